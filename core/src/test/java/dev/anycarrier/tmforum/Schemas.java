package dev.anycarrier.tmforum;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.anycarrier.testing.Standard;
import java.util.List;
import java.util.function.Supplier;

/** The official schemas, each as published and with the members of the standard alone. */
@SuppressWarnings("ImmutableEnumChecker") // A schema does not change once it is read, but does not say so.
enum Schemas {
    REPORT_AS_PUBLISHED(() -> schema(tmf677(false).document("UsageConsumptionReport"))),
    REPORT(() -> schema(tmf677(true).document("UsageConsumptionReport", extension(UsageConsumptionReports.schema())))),
    ERROR_AS_PUBLISHED(() -> schema(tmf677(false).document("Error"))),
    ERROR(() -> schema(tmf677(true).document("Error"))),
    ERROR_OF_SIM(() -> schema(tmf677(true).document("Error", extension(UsageErrors.schema())))),
    USAGE_AS_PUBLISHED(() -> schema(tmf635(false).document("Usage"))),
    USAGE(() -> schema(tmf635(true).document("Usage")));

    private final Schema schema;

    Schemas(final Supplier<Schema> schema) {
        this.schema = schema.get();
    }

    /** Where the JSON is not what the schema says. */
    List<String> violations(final JsonNode json) {
        return schema
                .validate(
                        json.toString(),
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(configuration -> configuration.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static StandardSchemas tmf677(final boolean shut) {
        return new StandardSchemas(Standard.tmf677(), "/components/schemas", shut);
    }

    private static StandardSchemas tmf635(final boolean shut) {
        return new StandardSchemas(Standard.tmf635(), "/definitions", shut);
    }

    private static JsonNode extension(final String schema) {
        try {
            return new ObjectMapper().readTree(schema);
        } catch (final JsonProcessingException e) {
            throw new AssertionError("the schema of an extension is JSON", e);
        }
    }

    private static Schema schema(final JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }
}
