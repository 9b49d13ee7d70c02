package dev.anycarrier.testkit.conformance.vector;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads fault vectors. A key, a step, a change or a kind that it does not know is refused, never skipped. */
final class VectorReader {

    private static final String RESOURCE = "/dev/anycarrier/testkit/conformance/fault-vectors-1.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfigDefaults(config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
            .build();

    private VectorReader() {}

    static FaultVectors standard() {
        try (InputStream input = VectorReader.class.getResourceAsStream(RESOURCE)) {
            if (input == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return read(input.readAllBytes());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a document.
     *
     * @throws UncheckedIOException if it is not one of this vocabulary; the message says where
     */
    static FaultVectors read(final byte[] document) {
        try {
            return MAPPER.readValue(document, FaultVectors.class);
        } catch (final IOException e) {
            throw new UncheckedIOException("the fault vectors cannot be read: " + e.getMessage(), e);
        }
    }

    /** A number that is missing is read as 0. */
    static void requirePositive(final String name, final int number) {
        if (number <= 0) {
            throw new IllegalArgumentException(name + " is missing or not positive");
        }
    }
}
