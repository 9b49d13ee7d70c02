package dev.anycarrier.observation;

import dev.anycarrier.AccountStatistics;
import dev.anycarrier.Capability;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.watch.AccountCondition;
import dev.anycarrier.watch.BreakerState;
import dev.anycarrier.watch.Operation;
import dev.anycarrier.watch.RequestBudget;
import dev.anycarrier.watch.TokenTimes;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The meters of one account: what its limits leave, whether it is let through, how old its token is, what it noticed. */
final class OneAccountMeters {

    private static final String REQUESTS = "requests";
    private static final String SECONDS = "seconds";

    private final MeterRegistry registry;
    private final CarrierAccount account;
    private final Tags tags;
    private final List<Meter> meters = new ArrayList<>();

    private OneAccountMeters(final MeterRegistry registry, final CarrierAccount account) {
        this.registry = registry;
        this.account = account;
        this.tags = Tags.of(
                "provider",
                account.provider(),
                "account",
                account.name(),
                "node",
                account.node().orElse(Words.NONE));
    }

    static OneAccountMeters register(final MeterRegistry registry, final CarrierAccount account) {
        final OneAccountMeters own = new OneAccountMeters(registry, account);
        own.budgets();
        own.breakers();
        own.token();
        own.statistics();
        return own;
    }

    @SuppressWarnings("ReferenceEquality") // One that was opened anew has the same name.
    boolean isOf(final CarrierAccount other) {
        return account == other;
    }

    void remove() {
        meters.forEach(registry::remove);
    }

    private void budgets() {
        final List<RateLimit> limits =
                account.condition().budgets().stream().map(RequestBudget::limit).toList();
        for (final RateLimit limit : limits) {
            final Tags counted = tags.and(
                    "scope", Words.of(limit.scope()), "window", limit.window().toString());
            gauge(
                    "anycarrier.budget.left",
                    REQUESTS,
                    counted,
                    "What is left of a limit of the carrier's",
                    condition -> ofLimit(condition, limit)
                            .mapToInt(RequestBudget::left)
                            .min()
                            .orElse(0));
            gauge(
                    "anycarrier.budget.limit",
                    REQUESTS,
                    counted,
                    "A limit of the carrier's, as it is in force",
                    condition -> ofLimit(condition, limit)
                            .mapToInt(each -> each.limit().requests())
                            .min()
                            .orElse(0));
        }
        limits.stream().map(RateLimit::scope).distinct().forEach(this::held);
        gauge("anycarrier.limit.waiting", REQUESTS, tags, "Requests that wait for a limit", AccountCondition::waiting);
        gauge(
                "anycarrier.retries.left",
                "retries",
                tags,
                "Failed attempts that may be made again",
                AccountCondition::retriesLeft);
    }

    private void held(final LimitScope scope) {
        gauge(
                "anycarrier.budget.held",
                SECONDS,
                tags.and("scope", Words.of(scope)),
                "How long nothing may be sent since the carrier asked for a pause",
                condition -> condition.budgets().stream()
                        .filter(budget -> budget.limit().scope() == scope)
                        .mapToDouble(budget -> seconds(budget.held()))
                        .max()
                        .orElse(0));
    }

    private static Stream<RequestBudget> ofLimit(final AccountCondition condition, final RateLimit limit) {
        return condition.budgets().stream()
                .filter(budget -> budget.limit().scope() == limit.scope()
                        && budget.limit().window().equals(limit.window()));
    }

    private void breakers() {
        for (final Capability capability : account.capabilities()) {
            final Operation operation = operation(capability);
            for (final BreakerState state : BreakerState.values()) {
                gauge(
                        "anycarrier.breaker.state",
                        "",
                        tags.and("operation", Words.of(operation), "state", Words.of(state)),
                        "1 for the state that the circuit breaker is in, 0 for the others",
                        condition -> condition.breakers().get(operation) == state ? 1 : 0);
            }
        }
    }

    private static Operation operation(final Capability capability) {
        return switch (capability) {
            case USAGE -> Operation.USAGE;
            case RECORDS -> Operation.RECORDS;
            case USAGE_BY_HOUR -> Operation.USAGE_BY_HOUR;
            case TAG_TOTAL -> Operation.TAG_TOTAL;
        };
    }

    private void token() {
        token("anycarrier.token.age", "Since the access token was asked for; NaN if there is none", TokenTimes::age);
        token("anycarrier.token.left", "Until a new access token is needed; NaN if there is none", TokenTimes::left);
    }

    private void token(final String name, final String description, final Function<TokenTimes, Duration> time) {
        gauge(name, SECONDS, tags, description, condition -> {
            final Optional<TokenTimes> token = condition.token();
            return token.isPresent() ? seconds(time.apply(token.get())) : Double.NaN;
        });
    }

    private void statistics() {
        counter(
                "anycarrier.unknown.fields",
                "Fields of answers that this version does not know",
                AccountStatistics::unknownFields);
        counter(
                "anycarrier.tightened.limits",
                "Limits that became tighter since the carrier's headers said so",
                AccountStatistics::tightenedLimits);
        counter(
                "anycarrier.other.sims",
                "Answers that were refused since they named another SIM",
                AccountStatistics::otherSims);
        counter(
                "anycarrier.repeated.records",
                "Records that were left out since they came again",
                AccountStatistics::repeatedRecords);
    }

    private void gauge(
            final String name,
            final String unit,
            final Tags ownTags,
            final String description,
            final ToDoubleFunction<AccountCondition> value) {
        meters.add(Gauge.builder(name, account, of -> value.applyAsDouble(of.condition()))
                .baseUnit(unit.isEmpty() ? null : unit)
                .tags(ownTags)
                .description(description)
                .strongReference(true)
                .register(registry));
    }

    private void counter(final String name, final String description, final ToDoubleFunction<AccountStatistics> value) {
        meters.add(FunctionCounter.builder(name, account, of -> value.applyAsDouble(of.statistics()))
                .tags(tags)
                .description(description)
                .register(registry));
    }

    private static double seconds(final Duration duration) {
        return (double) duration.toNanos() / TimeUnit.SECONDS.toNanos(1);
    }
}
