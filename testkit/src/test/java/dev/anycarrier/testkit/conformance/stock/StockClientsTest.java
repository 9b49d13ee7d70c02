package dev.anycarrier.testkit.conformance.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.testkit.conformance.Conformance;
import dev.anycarrier.testkit.conformance.Rules;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Verdict;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.conformance.trial.Stopwatch;
import feign.Client;
import feign.DefaultClient;
import feign.http2client.Http2Client;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Feign's own clients in place of the transport of the context: the kit fails both, for reasons that are known. */
class StockClientsTest {

    private static final long SEED = 4;

    /** What each of them does wrong, by the rule that says so. These are reasons that are quick to show, not all. */
    private static final List<Reason> OF_BOTH = List.of(
            new Reason("HYGIENE-01", "it is not the transport of the context"),
            new Reason("SECRETS-06", "it follows redirects to other servers, with the account's keys"),
            new Reason("ERRORS-05", "it follows redirects"),
            new Reason("FAULTS-01", "it sends a request again when the connection breaks"),
            new Reason("FAULTS-04", "it hands on a coding that nobody asked for"),
            new Reason("FAULTS-16", "it takes a page of two different lengths for a whole one"),
            new Reason("BOUNDS-03", "it knows no bound"),
            new Reason("CONCURRENCY-02", "interrupting its thread does not end in CANCELLED"),
            new Reason("CONCURRENCY-04", "it does not look whether its thread is interrupted already"),
            new Reason("LIFECYCLE-02", "it is not closed with the account"),
            new Reason("LIFECYCLE-03", "it waits on when the account is closed"));

    private static final List<Reason> OF_THE_JDK_CLIENT = List.of(
            new Reason("HYGIENE-02", "it sends by threads of its own"),
            new Reason("LIFECYCLE-04", "its threads outlive the account"));

    /** Feign's clients. */
    private enum Stock {
        DEFAULT,
        JDK;

        /** A new one, so that no rule meets the threads that another one has left. */
        Client client() {
            return switch (this) {
                case DEFAULT -> new DefaultClient(null, null);
                case JDK -> new Http2Client();
            };
        }
    }

    private record Reason(String rule, String why) {}

    static Stream<Arguments> reasons() {
        return Stream.concat(
                OF_BOTH.stream().flatMap(reason -> Stream.of(Stock.values()).map(stock -> arguments(stock, reason))),
                OF_THE_JDK_CLIENT.stream().map(reason -> arguments(Stock.JDK, reason)));
    }

    private static Arguments arguments(final Stock stock, final Reason reason) {
        return Arguments.of(stock, reason.rule(), reason.why());
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @MethodSource("reasons")
    @Execution(ExecutionMode.CONCURRENT)
    void is_not_conformant(final Stock stock, final String id, final String why) {
        final Stopwatch stopwatch = Stopwatch.start();
        final Conformance conformance = Conformance.of(new StockAcmeFactory(stock.client()), new AcmeSimulator(), SEED);
        final RuleResult result = conformance.tryBy(rule(id));

        assertThat(result.outcome()).as(stock + ": " + why).isEqualTo(Outcome.FAILED);
        assertThat(result.message()).doesNotContain("stopped by");
        assertThat(conformance.report(List.of(result), stopwatch, "").verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
    }

    private static Rule rule(final String id) {
        return Rules.all().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
