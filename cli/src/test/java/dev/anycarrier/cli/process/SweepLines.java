package dev.anycarrier.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a sweep prints as JSON lines. */
final class SweepLines {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SweepLines() {}

    /** What was said of each SIM, without when that was; of a SIM that has several lines they must say the same. */
    static Map<String, JsonNode> bySim(final List<String> lines) throws JsonProcessingException {
        final Map<String, JsonNode> bySim = new TreeMap<>();
        for (final String line : lines) {
            final JsonNode said = withoutTime((ObjectNode) MAPPER.readTree(line));
            final String sim =
                    said.path("account").asText() + ":" + said.path("sim").asText();
            final JsonNode before = bySim.put(sim, said);
            if (before != null) {
                assertThat(said).isEqualTo(before);
            }
        }
        return bySim;
    }

    private static JsonNode withoutTime(final ObjectNode line) {
        line.remove("changes");
        if (line.get("report") instanceof ObjectNode report) {
            report.remove("fetchedAt");
        }
        if (line.get("freshness") instanceof ObjectNode freshness) {
            freshness.remove("ageSeconds");
        }
        if (line.get("error") instanceof ObjectNode error) {
            error.remove(List.of("message", "correlationId"));
        }
        if (line.path("account").asText().equals("onomondo")) {
            // Its SIMs go on using data from one run to the next.
            line.findParents("used").forEach(counted -> ((ObjectNode) counted).remove(List.of("used", "remaining")));
        }
        return line;
    }
}
