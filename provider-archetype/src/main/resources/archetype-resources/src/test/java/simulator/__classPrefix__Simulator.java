package ${package}.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.template.CarrierTraits;
import dev.anycarrier.testkit.template.ServiceAmounts;
import dev.anycarrier.testkit.template.SimKind;
import dev.anycarrier.testkit.template.SimNaming;
import dev.anycarrier.testkit.template.SimulatedAuthentication;
import dev.anycarrier.testkit.template.TemplateSimulator;
import dev.anycarrier.testkit.template.Validity;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Simulates ${carrierName}, from its documents and from nothing else: never from the provider. */
public final class ${classPrefix}Simulator extends TemplateSimulator {

    /** "1 MB is 1 000 000 bytes", counted in whole ones. */
    private static final ServiceAmounts DATA = ServiceAmounts.of(Service.DATA, 1_000_000);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** For {@link java.util.ServiceLoader}. */
    public ${classPrefix}Simulator() {}

    @Override
    public String carrier() {
        return "${carrier}";
    }

    @Override
    protected CarrierTraits traits() {
        return CarrierTraits.namedBy(SimNaming.iccid())
                .withBucket(DATA)
                .withUseWithoutLimit()
                .withValidity(Validity.until(Duration.ofSeconds(1)))
                .withLimit(LimitScope.ACCOUNT, 10, Duration.ofSeconds(1))
                .withKinds(
                        SimKind.NOT_ACTIVE,
                        SimKind.UNLIMITED,
                        SimKind.SUSPENDED,
                        SimKind.EXHAUSTED,
                        SimKind.EXPIRED,
                        SimKind.UNLISTED_STATUS,
                        SimKind.GONE);
    }

    @Override
    protected SimulatedAuthentication authentication() {
        return SimulatedAuthentication.header("Authorization", "Bearer ", "api-key");
    }

    @Override
    protected String usagePath() {
        return "/v1/sims/{sim}/usage";
    }

    @Override
    protected String usage(final SimTruth sim, final Instant now) {
        final Bucket data = sim.buckets().get(0);
        return JsonNodeFactory.instance
                .objectNode()
                .put("iccid", sim.sim().value())
                .put("status", word(sim.status()))
                .put("unlimited", data.allowance() instanceof Allowance.Unlimited)
                .put("total_mb", total(data))
                .put("used_mb", DATA.steps(data.used().orElseThrow()))
                .put("expires_at", end(data).map(TIME::format).orElse(null))
                .toString();
    }

    private static long total(final Bucket data) {
        return data.allowance() instanceof Allowance.Limited limited ? DATA.steps(limited.total()) : 0;
    }

    private static Optional<Instant> end(final Bucket data) {
        return data.validity().flatMap(TimePeriod::end);
    }

    private static String word(final SimStatus status) {
        return switch (status) {
            case NOT_ACTIVE -> "inactive";
            case ACTIVE -> "active";
            case SUSPENDED -> "suspended";
            case EXHAUSTED -> "finished";
            case EXPIRED -> "expired";
            case TERMINATED, UNKNOWN -> "not_in_the_documents";
        };
    }
}
