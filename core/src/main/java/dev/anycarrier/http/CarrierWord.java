package dev.anycarrier.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * Reads a word of a carrier's vocabulary, such as a status, for components annotated
 * {@code @JsonDeserialize(using = CarrierWord.class)}: 1 to 64 ASCII letters, digits, {@code -} and {@code _}. A whole
 * number is read as its digits, so that a vocabulary that turns into numbers is unknown words and no error.
 */
public final class CarrierWord extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public CarrierWord() {
        super(String.class);
    }

    @Override
    public String deserialize(final JsonParser parser, final DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING && parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        final String text = parser.getText();
        return CarrierText.isWord(text)
                ? text
                : (String) context.handleWeirdStringValue(String.class, "", "not a word");
    }
}
