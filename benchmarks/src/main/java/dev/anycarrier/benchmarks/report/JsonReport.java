package dev.anycarrier.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.benchmarks.Result;
import java.util.Locale;

/** A report for programs. */
final class JsonReport {

    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonReport() {}

    static String of(final Report report) {
        final ObjectNode root = MAPPER.createObjectNode();
        root.put("started", report.started().toString());
        root.put("effort", report.effort().name().toLowerCase(Locale.ROOT));
        machine(root.putObject("machine"), report.machine());
        final ArrayNode results = root.putArray("results");
        report.results().forEach(result -> result(results.addObject(), result));
        final ArrayNode measurements = root.putArray("measurements");
        report.measured().forEach(measured -> measurement(measurements.addObject(), measured));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }

    private static void machine(final ObjectNode json, final Machine machine) {
        json.put("cores", machine.cores());
        json.put("processor", machine.processor());
        json.put("system", machine.system());
        json.put("jdk", machine.jdk());
        final ObjectNode libraries = json.putObject("libraries");
        machine.libraries().forEach(libraries::put);
    }

    private static void result(final ObjectNode json, final Result result) {
        json.put("id", result.id());
        json.put("what", result.what());
        json.put("value", result.value());
        json.put("unit", result.unit());
        json.put(result.goal().upper() ? "atMost" : "atLeast", result.goal().limit());
        result.goal().stretch().ifPresent(stretch -> json.put("stretch", stretch));
        json.put("met", result.goal().isMetBy(result.value()));
        json.put("stretchMet", result.goal().isSurpassedBy(result.value()));
        final ArrayNode figures = json.putArray("figures");
        result.figures()
                .forEach(figure -> figures.addObject()
                        .put("name", figure.name())
                        .put("value", figure.value())
                        .put("unit", figure.unit()));
    }

    private static void measurement(final ObjectNode json, final Measured measured) {
        json.put("id", measured.id());
        json.put("seconds", measured.took().toSeconds());
        measured.failure().ifPresent(failure -> json.put("failure", failure));
    }
}
