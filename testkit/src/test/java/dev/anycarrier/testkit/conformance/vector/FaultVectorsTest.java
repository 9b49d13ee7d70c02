package dev.anycarrier.testkit.conformance.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.conformance.Rules;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.fault.FaultCatalogue;
import dev.anycarrier.testkit.fault.FaultRow;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultVectorsTest {

    private static final FaultVectors VECTORS = FaultVectors.standard();

    /** Groups of rows about one exchange, which is all that can be shown against any provider. */
    private static final Set<String> ABOUT_ONE_EXCHANGE = Set.of("NET", "TLS", "HTTP", "FRM", "RATE", "AUTH", "JSON");

    private static final String SMALL = """
            {"version":1,"claims":[],"elsewhere":{},"families":[{"rule":"FAULTS-01",
            "required":{"outcomes":["OK"],"within-ms":1},"cells":[%s]}]}""";

    static Stream<FaultCell> cells() {
        return VECTORS.families().stream().flatMap(family -> family.cells().stream());
    }

    @Test
    void every_row_about_one_exchange_is_claimed_or_has_a_reason() {
        assertThat(VECTORS.claims())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(VECTORS.elsewhere().keySet());
        assertThat(Stream.concat(VECTORS.claims().stream(), VECTORS.elsewhere().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(FaultCatalogue.rows().stream()
                        .filter(row -> ABOUT_ONE_EXCHANGE.contains(row.group()))
                        .map(FaultRow::id)
                        .toList());
        assertThat(VECTORS.elsewhere().values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void the_rows_of_the_cells_are_those_that_are_claimed() {
        assertThat(cells().map(FaultCell::row).distinct()).containsExactlyInAnyOrderElementsOf(VECTORS.claims());
    }

    @Test
    void every_rule_about_faults_and_bounds_has_cells_and_no_cell_has_another() {
        assertThat(VECTORS.families().stream().map(FaultFamily::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(Rules.all().stream()
                        .filter(rule -> rule.group() == Group.FAULTS || rule.group() == Group.BOUNDS)
                        .map(Rule::id)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void every_cell_can_be_done_to_an_answer(final FaultCell cell) {
        final Exchange exchange = new Exchange(
                Purpose.USAGE,
                new ReceivedRequest(1, "GET", "/usage", HttpHeaders.none(), ""),
                new HttpResponse(
                        200,
                        HttpHeaders.none().with("Content-Type", "application/json"),
                        "{\"name\":\"value\",\"list\":[{\"number\":1}]}".getBytes(StandardCharsets.UTF_8)));
        final URI here = URI.create("http://127.0.0.1:1");
        assertThatCode(() -> {
                    assertThat(Injection.of(cell, here).apply(exchange).shown()).startsWith(cell.id());
                    assertThat(Injection.before(cell, here).apply(exchange).shown())
                            .startsWith(cell.id());
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an unknown step         | {"id":"NET-01/x","injects":"x","wire":[{"do":"explode"}]}
            an unknown change       | {"id":"NET-01/x","injects":"x","answer":{"body":[{"do":"explode"}]}}
            an unknown key          | {"id":"NET-01/x","injects":"x","wire":[],"because":"x"}
            an unknown key of a step| {"id":"NET-01/x","injects":"x","wire":[{"do":"write","text":"x","loud":true}]}
            a missing text          | {"id":"NET-01/x","injects":"x","wire":[{"do":"write"}]}
            a missing pause         | {"id":"NET-01/x","injects":"x","wire":[{"do":"repeat","text":"x"},{"do":"pause"}]}
            an unknown kind         | {"id":"NET-01/x","injects":"x","wire":[],"required":{"outcomes":["BAD"],"within-ms":1}}
            a kind without its cause| {"id":"NET-01/x","injects":"x","wire":[],"required":{"outcomes":["UNAVAILABLE"],"within-ms":1}}
            no outcome              | {"id":"NET-01/x","injects":"x","wire":[],"required":{"outcomes":[],"within-ms":1}}
            no time                 | {"id":"NET-01/x","injects":"x","wire":[],"required":{"outcomes":["OK"]}}
            a range of one          | {"id":"NET-01/x","injects":"x","wire":[],"required":{"outcomes":["OK"],"requests":[1],"within-ms":1}}
            no fault                | {"id":"NET-01/x","injects":"x"}
            two faults              | {"id":"NET-01/x","injects":"x","wire":[],"before":[]}
            a name of another kind  | {"id":"something","injects":"x","wire":[]}
            the same name twice     | {"id":"NET-01/x","injects":"x","wire":[]},{"id":"NET-01/x","injects":"x","wire":[]}
            a key twice             | {"id":"NET-01/x","id":"NET-01/y","injects":"x","wire":[]}
            """)
    void what_the_vocabulary_does_not_have_is_refused(final String what, final String cell) {
        assertThatThrownBy(() -> VectorReader.read(bytes(SMALL.formatted(cell))))
                .as(what)
                .hasMessageContaining("the fault vectors cannot be read");
    }

    @Test
    void another_version_and_a_rule_about_something_else_are_refused() {
        final String good = SMALL.formatted("{\"id\":\"NET-01/x\",\"injects\":\"x\",\"wire\":[]}");
        assertThat(VectorReader.read(bytes(good)).of("FAULTS-01")).hasSize(1);
        assertThatThrownBy(() -> VectorReader.read(bytes(good.replace("\"version\":1", "\"version\":2"))))
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> VectorReader.read(bytes(good.replace("FAULTS-01", "NUMBERS-01"))))
                .hasMessageContaining("NUMBERS-01");
        assertThatThrownBy(() -> VECTORS.of("FAULTS-99")).hasMessageContaining("FAULTS-99");
    }

    @Test
    void an_unknown_placeholder_is_refused() {
        final FaultCell cell =
                new FaultCell("NET-01/x", "x", null, List.of(new WireStep.Write("${nobody}", 1)), null, null);
        final Exchange exchange = new Exchange(
                Purpose.USAGE,
                new ReceivedRequest(1, "GET", "/", HttpHeaders.none(), ""),
                new HttpResponse(200, HttpHeaders.none(), new byte[0]));
        assertThatThrownBy(() ->
                        Injection.of(cell, URI.create("http://127.0.0.1:1")).apply(exchange))
                .hasMessageContaining("${nobody}");
    }

    @Test
    void the_cells_are_many() {
        assertThat(cells().map(FaultCell::injects).collect(Collectors.toSet())).hasSizeGreaterThan(200);
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
