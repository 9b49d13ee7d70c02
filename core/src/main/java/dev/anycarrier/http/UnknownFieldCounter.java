package dev.anycarrier.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;

/** Skips fields that a wire type does not declare, and counts them where the reader asked for it. */
final class UnknownFieldCounter extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
            final DeserializationContext context,
            final JsonParser parser,
            final JsonDeserializer<?> deserializer,
            final Object beanOrClass,
            final String propertyName)
            throws IOException {
        if (context.getAttribute(Count.class) instanceof Count count) {
            count.fields++;
        }
        parser.skipChildren();
        return true;
    }

    /** The fields skipped in one document. Not thread-safe: one reading, one count. */
    static final class Count {
        private int fields;

        int fields() {
            return fields;
        }
    }
}
