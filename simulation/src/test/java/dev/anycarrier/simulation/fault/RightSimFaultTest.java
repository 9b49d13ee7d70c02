package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An answer is accepted only for the SIM that was asked for, and for what it says of it. */
class RightSimFaultTest {

    @Test
    @Fault("SEM-01")
    void records_of_another_sim_are_refused_and_no_connection_that_may_hold_more_of_them_is_used_again() {
        Scene.play(scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            scene.answer(RecordJson.lastPage(
                    RecordJson.record("a", 1), RecordJson.record("b", 1, Scene.OTHER_SIM, "000000002")));
            final UsageException failure = Scene.failure(() -> onomondo.usage(Scene.SIM));
            assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
            assertThat(failure).hasMessageContaining("another SIM");
            assertThat(failure.toString()).doesNotContain(Scene.OTHER_SIM.value());
            assertThat(scene.droppedConnections("onomondo")).isEqualTo(1);
            assertThat(onomondo.statistics().otherSims()).isEqualTo(1);
            assertThat(onomondo.statistics().requests())
                    .isEqualTo(scene.received().size());
        });
    }

    @Test
    @Fault("SEM-01")
    void a_data_limit_of_another_sim_is_refused_even_if_an_older_value_is_then_served() {
        Scene.play(scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? RecordJson.sim(Scene.SIM)
                    : RecordJson.lastPage(RecordJson.record("a", 7)));
            final UsageResult right = onomondo.usage(Scene.SIM, CallOptions.defaults());
            scene.pass(Duration.ofMinutes(30));
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? RecordJson.sim(Scene.OTHER_SIM)
                    : RecordJson.lastPage(RecordJson.record("a", 7)));
            final UsageResult served = onomondo.usage(Scene.SIM, CallOptions.defaults());
            assertThat(served).isInstanceOfSatisfying(UsageResult.Stale.class, stale -> {
                assertThat(stale.report()).isEqualTo(right.report());
                assertThat(stale.cause().orElseThrow().kind()).isEqualTo(Kind.INVALID_DATA);
            });
            assertThat(scene.droppedConnections("onomondo")).isEqualTo(1);
            assertThat(onomondo.statistics().otherSims()).isEqualTo(1);
        });
    }

    @Test
    @Fault("SEM-01")
    void a_page_of_records_of_another_sim_ends_the_walk() {
        Scene.play(scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            scene.answer(RecordJson.lastPage(RecordJson.record("b", 1, Scene.OTHER_SIM, "000000002")));
            final UsageRecordQuery query = UsageRecordQuery.between(
                            Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"))
                    .of(Scene.SIM);
            try (Stream<UsageRecord> records = onomondo.records(query)) {
                assertThat(Scene.failure(records::toList).kind()).isEqualTo(Kind.INVALID_DATA);
            }
            assertThat(scene.droppedConnections("onomondo")).isEqualTo(1);
        });
    }

    @Test
    @Fault("SEM-01")
    void a_provider_that_reports_about_another_sim_is_not_believed_either() {
        Scene.play(scene -> {
            scene.factory(Plugin.answering((context, sim) -> Plugin.oneGibibyte(context, Scene.OTHER_SIM)));
            final CarrierAccount account = scene.account("plugin");
            assertThat(Scene.failure(() -> account.usage(Scene.SIM)).kind()).isEqualTo(Kind.INVALID_DATA);
            assertThat(scene.droppedConnections("plugin")).isEqualTo(1);
            assertThat(account.statistics().otherSims()).isEqualTo(1);
        });
    }

    @Test
    @Fault("SEM-09")
    void a_status_that_nobody_knows_is_unknown_with_the_carrier_s_word_beside_it() {
        Scene.play(scene -> {
            scene.answer(request -> status("HIBERNATED"));
            final UsageReport report = scene.account("airalo").usage(Scene.SIM);
            assertThat(report.status()).isEqualTo(SimStatus.UNKNOWN);
            assertThat(report.carrierStatus()).contains("HIBERNATED");
            assertThat(report.warnings()).extracting(UsageWarning::kind).contains(UsageWarning.Kind.UNKNOWN_STATUS);
        });
    }

    @Test
    @Fault("SEM-09")
    void an_expired_sim_is_expired_and_a_recycled_one_terminated_without_an_amount() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo");
            scene.answer(request -> status("EXPIRED"));
            assertThat(airalo.usage(Scene.SIM).status()).isEqualTo(SimStatus.EXPIRED);
            scene.answer(request -> status("RECYCLED"));
            final UsageReport recycled = airalo.usage(Scene.OTHER_SIM);
            assertThat(recycled.status()).isEqualTo(SimStatus.TERMINATED);
            assertThat(recycled.buckets()).isEmpty();
        });
    }

    @Test
    @Fault("SEM-09")
    void a_sim_that_went_to_another_account_is_not_found_forbidden_or_gone_and_never_zero_or_stale() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo");
            airalo.usage(Scene.SIM);
            for (final int status : new int[] {404, 403, 410}) {
                scene.pass(Duration.ofHours(1));
                scene.answer(Reply.of(status, "{\"data\":[],\"meta\":{\"message\":\"messages.resource_not_found\"}}"));
                final UsageException failure = Scene.failure(() -> airalo.usage(Scene.SIM, CallOptions.defaults()));
                assertThat(failure.kind())
                        .isEqualTo(
                                switch (status) {
                                    case 404 -> Kind.NOT_FOUND;
                                    case 403 -> Kind.PERMISSION_DENIED;
                                    default -> Kind.GONE;
                                });
            }
        });
    }

    private static Reply status(final String word) {
        final String balance = Reply.balance(1024).body();
        return Reply.ok(balance.replace("\"ACTIVE\"", "\"" + word + "\""));
    }
}
