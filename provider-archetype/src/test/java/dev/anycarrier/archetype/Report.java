package dev.anycarrier.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The report that the conformance test of a project wrote.
 *
 * @param json {@code report.json}
 */
record Report(JsonNode json) {

    static Report of(final Path project, final String carrier) throws IOException {
        return new Report(new ObjectMapper()
                .readTree(project.resolve("target/anycarrier-conformance")
                        .resolve(carrier)
                        .resolve("report.json")
                        .toFile()));
    }

    String verdict() {
        return json.path("verdict").textValue();
    }

    /** The rules that ended so. */
    List<String> rules(final String outcome) {
        return StreamSupport.stream(json.path("results").spliterator(), false)
                .filter(result -> result.path("outcome").textValue().equals(outcome))
                .map(result -> result.path("rule").path("id").textValue())
                .toList();
    }
}
