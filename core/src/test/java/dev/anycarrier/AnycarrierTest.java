package dev.anycarrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testing.AcmeFactory;
import dev.anycarrier.testing.Fetches;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnycarrierTest {

    private static final String SIM = "8944465400000217735";
    private static final UsageRecordQuery JANUARY =
            UsageRecordQuery.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));

    private final AcmeFactory acme = new AcmeFactory();

    @Test
    void a_sim_is_asked_for_by_account_and_identifier() {
        try (Anycarrier carriers = open(acme)) {
            final UsageReport report = carriers.usage(SimRef.parse("acme-eu:" + SIM));
            assertThat(report.account()).isEqualTo("acme-eu");
            assertThat(report.provider()).isEqualTo("acme");
            assertThat(report.sim()).isEqualTo(new Iccid(SIM));
            assertThat(report.buckets()).hasSize(1);
        }
    }

    @Test
    void settings_are_read_from_a_file(@TempDir final Path folder) throws IOException {
        final Path file = Files.writeString(folder.resolve("carriers.properties"), """
                acme-eu.provider = acme
                acme-eu.base-url = https://eu.example.com
                acme-eu.api-key = planted-secret
                """);
        try (Anycarrier carriers =
                Anycarrier.builder().factory(acme).settings(file).build()) {
            assertThat(carriers.accounts()).containsOnlyKeys("acme-eu");
        }
    }

    @Test
    void an_unknown_account_is_refused_with_the_names_of_the_known() {
        try (Anycarrier carriers = open(acme)) {
            assertThatThrownBy(() -> carriers.usage(SimRef.parse("acme:" + SIM)))
                    .isInstanceOfSatisfying(UsageException.class, unknown -> {
                        assertThat(unknown.kind()).isEqualTo(Kind.REJECTED_INPUT);
                        assertThat(unknown).hasMessageContaining("'acme'").hasMessageContaining("acme-eu, acme-us");
                    });
            assertThatThrownBy(() -> carriers.account("no\nname"))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            unknown -> assertThat(unknown.getMessage()).doesNotContain("\n"));
        }
    }

    @Test
    void an_identifier_the_carrier_does_not_accept_never_reaches_the_provider() {
        try (Anycarrier carriers = open(acme)) {
            refused(() -> carriers.usage(SimRef.parse("acme-eu:000000001")), Kind.REJECTED_INPUT);
        }
        assertThat(acme.asked()).isEmpty();
    }

    @Test
    void a_carrier_with_identifiers_of_its_own_gets_an_iccid_as_its_own() {
        final AcmeFactory own = acme.accepting(IdentifierType.CARRIER_SIM_ID);
        try (Anycarrier carriers = open(own)) {
            assertThat(carriers.usage(SimRef.parse("acme-eu:" + SIM)).sim()).isEqualTo(CarrierSimId.of(SIM));
        }
    }

    @Test
    void a_report_about_something_else_than_was_asked_is_refused() {
        final SimId other = SimId.parse("8944465400000217736");
        wrong(acme.answering((context, sim) -> AcmeFactory.twoGibibytes(context, other)));
        wrong(acme.answering((context, sim) -> AcmeFactory.report("airalo", context.account(), sim, context)));
        wrong(acme.answering((context, sim) -> AcmeFactory.report("acme", "acme-us", sim, context)));
    }

    private static void wrong(final AcmeFactory factory) {
        try (Anycarrier carriers = open(factory)) {
            refused(() -> carriers.usage(SimRef.parse("acme-eu:" + SIM)), Kind.INVALID_DATA);
        }
    }

    @Test
    void what_a_carrier_cannot_tell_is_unsupported_and_says_what_it_can() {
        try (Anycarrier carriers = open(acme)) {
            final CarrierAccount account = carriers.account("acme-eu");
            assertThat(account.capabilities()).containsExactly(Capability.USAGE);
            refused(() -> account.records(JANUARY), Kind.UNSUPPORTED);
            refused(() -> account.usageByHour(JANUARY), Kind.UNSUPPORTED);
            refused(() -> account.tagTotal("tag"), Kind.UNSUPPORTED);
        }
    }

    @Test
    void records_come_as_one_stream_of_all_pages() {
        final Fetches fetches = new Fetches();
        try (Anycarrier carriers = open(acme.withRecords(fetches));
                Stream<UsageRecord> records = carriers.account("acme-eu").records(JANUARY)) {
            assertThat(records.map(UsageRecord::id)).containsExactly("a1", "a2", "b1", "b2");
        }
        assertThat(fetches.cursors()).containsExactly("", "b");
    }

    @Test
    void records_can_be_taken_up_where_they_broke_off() {
        try (Anycarrier carriers = open(acme.withRecords(new Fetches()));
                Stream<UsageRecord> records = carriers.account("acme-eu").records(JANUARY, "b")) {
            assertThat(records.map(UsageRecord::id)).containsExactly("b1", "b2");
        }
    }

    @Test
    void a_limit_in_the_settings_replaces_all_of_the_provider_s_in_that_scope() {
        try (Anycarrier carriers = open(acme, settings -> settings.put("acme-eu.limit-sim", "3/1h"))) {
            assertThat(carriers.account("acme-eu").descriptor().limits())
                    .containsExactlyInAnyOrder(
                            new RateLimit(LimitScope.SIM, 3, Duration.ofHours(1)),
                            new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1)));
        }
    }

    @Test
    void everything_that_is_wrong_with_the_settings_is_said_at_once() {
        assertThatThrownBy(() -> open(acme, settings -> {
                    settings.remove("acme-eu.api-key");
                    settings.put("acme-eu.deadline", "soon");
                    settings.put("acme-us.base-ulr", "https://us.example.com");
                }))
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        invalid -> assertThat(invalid.problems()).hasSize(3));
    }

    @Test
    void a_provider_that_cannot_be_created_is_named_with_its_account() {
        final UsageProviderFactory broken = new BrokenFactory();
        assertThatThrownBy(() -> Anycarrier.builder()
                        .factory(broken)
                        .settings(Settings.of(Map.of("lame.provider", "broken")))
                        .build())
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("lame")
                .hasMessageContaining("IllegalStateException")
                .hasMessageNotContaining("planted-secret");
    }

    @Test
    void closing_closes_every_provider_once_and_ends_all_questions() {
        final Anycarrier carriers = open(acme);
        carriers.close();
        carriers.close();
        assertThat(acme.closed()).isEqualTo(2);
        refused(() -> carriers.usage(SimRef.parse("acme-eu:" + SIM)), Kind.CANCELLED);
        assertThat(acme.asked()).isEmpty();
    }

    @Test
    void secrets_are_masked_in_the_settings_of_an_account() {
        try (Anycarrier carriers = open(acme)) {
            assertThat(carriers.account("acme-eu").settings().toString())
                    .contains("api-key", "***", "https://eu.example.com")
                    .doesNotContain("planted-secret");
        }
    }

    private static void refused(final Runnable question, final Kind kind) {
        assertThatThrownBy(question::run)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private static Anycarrier open(final AcmeFactory factory) {
        return open(factory, settings -> {});
    }

    private static Anycarrier open(final AcmeFactory factory, final Consumer<Map<String, String>> change) {
        final Map<String, String> settings = new HashMap<>(Map.of(
                "acme-eu.provider", "acme",
                "acme-eu.base-url", "https://eu.example.com",
                "acme-eu.api-key", "planted-secret",
                "acme-us.provider", "acme",
                "acme-us.base-url", "https://us.example.com",
                "acme-us.api-key", "planted-secret"));
        change.accept(settings);
        return Anycarrier.builder()
                .factory(factory)
                .settings(Settings.of(settings))
                .build();
    }

    private static final class BrokenFactory implements UsageProviderFactory {

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public String displayName() {
            return "Broken";
        }

        @Override
        public int spiVersion() {
            return SPI_VERSION;
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of();
        }

        @Override
        public UsageProvider create(final ProviderContext context) {
            throw new IllegalStateException("planted-secret");
        }
    }
}
