package dev.anycarrier.testkit.template;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** A carrier that has everything a template can have: bytes, whole minutes, messages on some SIMs, tokens, records. */
final class RichTemplate extends TemplateSimulator {

    static final ServiceAmounts DATA = ServiceAmounts.of(Service.DATA, 1);
    static final ServiceAmounts VOICE = ServiceAmounts.of(Service.VOICE, 60);
    static final ServiceAmounts TEXT =
            ServiceAmounts.of(Service.MESSAGE, 1).upTo(1_000_000).onSomeSims();

    @Override
    public String carrier() {
        return "rich";
    }

    @Override
    protected CarrierTraits traits() {
        return CarrierTraits.namedBy(SimNaming.own("R?-####.####"))
                .withBucket(DATA)
                .withBucket(VOICE)
                .withBucket(TEXT)
                .withCounter(DATA)
                .withKinds(SimKind.ACTIVE, SimKind.values())
                .withValidity(Validity.between(Duration.ofDays(1)))
                .withUseWithoutLimit()
                .withForeignSims()
                .withLimit(LimitScope.SIM, 2, Duration.ofMinutes(1))
                .withLimit(LimitScope.ACCOUNT, 5, Duration.ofMinutes(1))
                .withLimit(LimitScope.TOKEN_ENDPOINT, 1, Duration.ofSeconds(10));
    }

    @Override
    protected String usagePath() {
        return "/sims/{sim}/usage";
    }

    @Override
    protected SimulatedAuthentication authentication() {
        return SimulatedAuthentication.tokenEndpoint("/token", "client-id", "client-secret")
                .withLifetime(Duration.ofMinutes(10));
    }

    @Override
    protected String usage(final SimTruth sim, final Instant now) {
        return "{\"id\":\"%s\",\"at\":\"%s\"}".formatted(sim.sim().value(), now);
    }

    @Override
    protected Optional<RecordPages> records() {
        return Optional.of(new Pages());
    }

    private static final class Pages implements RecordPages {

        @Override
        public String path() {
            return "/records";
        }

        @Override
        public int size() {
            return 7;
        }

        @Override
        public Question question(final SimulatorRequest request) {
            final UsageRecordQuery all = UsageRecordQuery.between(
                    Instant.parse(parameter(request, "from").orElse("1970-01-01T00:00:00Z")), request.time());
            final UsageRecordQuery ofSim = parameter(request, "sim")
                    .map(sim -> all.of(CarrierSimId.of(sim)))
                    .orElse(all);
            return new Question(
                    parameter(request, "country").map(ofSim::in).orElse(ofSim),
                    Integer.parseInt(parameter(request, "page").orElse("1")));
        }

        private static Optional<String> parameter(final SimulatorRequest request, final String name) {
            return Optional.ofNullable(request.query().get(name)).map(values -> values.get(0));
        }

        @Override
        public String page(final Page page) {
            return page.records().stream()
                    .map(UsageRecord::id)
                    .collect(Collectors.joining(
                            "\",\"",
                            "{\"pages\":" + page.pages() + ",\"last\":" + page.last() + ",\"ids\":[\"",
                            "\"]}"));
        }
    }
}
