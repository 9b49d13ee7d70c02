package dev.anycarrier.testkit.conformance.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The schema that a report is published with. */
final class ReportSchema {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ReportJson.class.getResourceAsStream("report-1.schema.json"));

    private ReportSchema() {}

    /** Where the JSON is not what the schema says. */
    static List<String> violations(final String json) {
        return SCHEMA
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(configuration -> configuration.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
