package dev.anycarrier.engine.sweep;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.flight.Flights;
import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An account that answers as it is told. */
public final class FakeAccount implements SweptAccount {

    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger walks = new AtomicInteger();
    final AtomicReference<Optional<CallOptions>> options = new AtomicReference<>(Optional.empty());

    private final String name;
    private final int concurrency;
    private BiFunction<SimId, Optional<Pilot>, UsageResult> answers = (sim, pilot) -> fresh(sim);
    private Supplier<Optional<Stream<UsageRecord>>> records = Optional::empty;

    public FakeAccount(final String name, final int concurrency) {
        this.name = name;
        this.concurrency = concurrency;
    }

    /** How often it was asked about a SIM. */
    public int asked() {
        return asked.get();
    }

    FakeAccount answering(final Function<SimId, UsageResult> newAnswers) {
        this.answers = (sim, pilot) -> newAnswers.apply(sim);
        return this;
    }

    /** Answers in flights that have been sent, with the account's deadline. */
    FakeAccount flying(final Ports ports, final Function<SimId, UsageResult> newAnswers) {
        final Flights<SimId, UsageResult> flights = new Flights<>(ports, "flight");
        this.answers = (sim, pilot) -> {
            final long deadline = ports.time().nanoTime()
                    + options.get().orElseThrow().deadline().orElse(deadline()).toNanos();
            return flights.join(
                    sim,
                    deadline,
                    Priority.SWEEP,
                    Optional::empty,
                    flight -> {
                        flight.sent();
                        return newAnswers.apply(sim);
                    },
                    pilot);
        };
        return this;
    }

    FakeAccount recording(final Supplier<Optional<Stream<UsageRecord>>> newRecords) {
        this.records = newRecords;
        return this;
    }

    UsageResult fresh(final SimId sim) {
        return new UsageResult.Fresh(report(sim), Duration.ZERO, List.of());
    }

    UsageReport report(final SimId sim) {
        return new UsageReport(
                "fake",
                name,
                sim,
                SimStatus.ACTIVE,
                Optional.empty(),
                List.of(),
                List.of(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String provider() {
        return "fake";
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(30);
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    @Override
    public UsageResult usage(final SimId sim, final CallOptions newOptions, final Optional<Pilot> pilot) {
        asked.incrementAndGet();
        options.set(Optional.of(newOptions));
        return answers.apply(sim, pilot);
    }

    @Override
    public Optional<Stream<UsageRecord>> records(final UsageRecordQuery query) {
        walks.incrementAndGet();
        return records.get();
    }

    @Override
    public Duration timeFor(final long questions) {
        return Duration.ofSeconds(questions);
    }
}
