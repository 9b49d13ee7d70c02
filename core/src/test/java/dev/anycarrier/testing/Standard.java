package dev.anycarrier.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The published files that our output is held against. */
public final class Standard {

    private Standard() {}

    /** TM Forum's Usage Consumption. */
    public static JsonNode tmf677() {
        return read(new YAMLMapper(), "TMF677-Usage_Consumption-v5.1.0.oas.yaml");
    }

    /** TM Forum's Usage Management. */
    public static JsonNode tmf635() {
        return read(new ObjectMapper(), "TMF635-UsageManagement-v4.0.0.swagger.json");
    }

    /** What all interfaces of CAMARA have in common. */
    public static JsonNode camara() {
        return read(new YAMLMapper(), "CAMARA_common.yaml");
    }

    private static JsonNode read(final ObjectMapper mapper, final String file) {
        try (InputStream content = Standard.class.getResourceAsStream("/standards/" + file)) {
            return mapper.readTree(content);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
