package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A sub-type, as TMF630 lets an interface be extended.
 *
 * @param type its name
 * @param baseType the standard's type
 * @param schemaLocation what identifies the schema of what it adds
 * @param resource where that schema is, beside this class
 */
record Extension(String type, String baseType, String schemaLocation, String resource) {

    ObjectNode begin(final ObjectNode json) {
        return json.put("@type", type).put("@baseType", baseType).put("@schemaLocation", schemaLocation);
    }

    String schema() {
        try (InputStream schema = Extension.class.getResourceAsStream(resource)) {
            if (schema == null) {
                throw new IllegalStateException("the library's own " + resource + " is missing");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
