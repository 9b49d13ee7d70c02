package dev.anycarrier.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads a decimal that a carrier sends as a number or as a text, for components annotated
 * {@code @JsonDeserialize(using = NumberOrText.class)}. A text is plain digits with an optional sign and fraction: no
 * blanks, no exponent, no {@code NaN}.
 */
public final class NumberOrText extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_DIGITS = 40;
    private static final int MOST_DIGITS_OF_FRACTION = 20;

    /** For Jackson. */
    public NumberOrText() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(final JsonParser parser, final DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            final String text = parser.getText();
            if (!isDecimal(text)) {
                return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, "", "not a plain decimal");
            }
            return new BigDecimal(text);
        }
        if (parser.currentToken() == null || !parser.currentToken().isNumeric()) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        return parser.getDecimalValue();
    }

    /** Whether a text is such a decimal. */
    static boolean isDecimal(final String text) {
        final boolean signed = text.startsWith("+") || text.startsWith("-");
        final int start = signed ? 1 : 0;
        final int point = text.indexOf('.');
        final int end = point < 0 ? text.length() : point;
        return areDigits(text, start, end, MOST_DIGITS)
                && (point < 0 || areDigits(text, point + 1, text.length(), MOST_DIGITS_OF_FRACTION));
    }

    private static boolean areDigits(final String text, final int from, final int to, final int most) {
        for (int index = from; index < to; index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return false;
            }
        }
        return to > from && to - from <= most;
    }
}
