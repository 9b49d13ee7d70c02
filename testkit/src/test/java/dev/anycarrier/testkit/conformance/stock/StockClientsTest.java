package dev.anycarrier.testkit.conformance.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.testkit.conformance.Conformance;
import dev.anycarrier.testkit.conformance.Rules;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import feign.Client;
import feign.DefaultClient;
import feign.http2client.Http2Client;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Feign's own clients in place of the transport of the context: the kit fails both. */
class StockClientsTest {

    private static final long SEED = 4;

    @Test
    void a() {
        show(new DefaultClient(null, null));
    }

    @Test
    void b() {
        show(new Http2Client());
    }

    private static void show(final Client client) {
        final Conformance conformance = Conformance.of(new StockAcmeFactory(client), new AcmeSimulator(), SEED);
        final List<RuleResult> failed = Rules.all().stream()
                .map(conformance::tryBy)
                .filter(result -> result.outcome() == Outcome.FAILED)
                .toList();
        assertThat(failed).extracting(RuleResult::message).isEmpty();
    }
}
