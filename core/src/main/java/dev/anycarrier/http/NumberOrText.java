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

    /** For Jackson. */
    public NumberOrText() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(final JsonParser parser, final DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            final String text = parser.getText();
            if (!CarrierText.isDecimal(text)) {
                return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, "", "not a plain decimal");
            }
            return new BigDecimal(text);
        }
        if (parser.currentToken() == null || !parser.currentToken().isNumeric()) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        return parser.getDecimalValue();
    }
}
