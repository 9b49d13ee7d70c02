package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.SimRef;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What tests of sweeps have in common. */
final class Sweeps {

    private Sweeps() {}

    static SimRef sim(final String account, final long number) {
        return new SimRef(account, CarrierSimId.of("sim-" + number));
    }

    /** SIMs of the accounts in turn. */
    static Iterable<SimRef> sims(final long count, final String... accounts) {
        return () -> LongStream.range(0, count)
                .mapToObj(number -> sim(accounts[(int) (number % accounts.length)], number))
                .iterator();
    }

    static <T> Iterable<T> of(final List<T> items) {
        return () -> {
            final Iterator<T> each = items.iterator();
            return each;
        };
    }

    static SweepRun run(final Iterable<SimRef> sims, final SweepPlan plan, final Ports ports, final FakeAccount... of) {
        return new SweepRun(
                sims, Stream.of(of).collect(Collectors.toMap(FakeAccount::name, Function.identity())), plan, ports);
    }

    static SweepRun run(final Iterable<SimRef> sims, final FakeAccount... of) {
        return run(sims, SweepPlan.defaults(), Ports.system(), of);
    }

    static String word(final SweepOutcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed.failure().kind().name();
        }
        if (outcome instanceof Skipped skipped) {
            return skipped.reason().name();
        }
        return ((Read) outcome).result().getClass().getSimpleName();
    }

    static Map<String, Long> words(final List<SweepOutcome> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(Sweeps::word, Collectors.counting()));
    }

    static List<Long> positions(final List<SweepOutcome> outcomes) {
        return outcomes.stream().map(SweepOutcome::position).sorted().toList();
    }

    static List<Long> upTo(final long count) {
        return LongStream.range(0, count).boxed().toList();
    }

    static UsageException failure(final Kind kind) {
        return UsageException.of(kind, "drawn").build();
    }

    /** Waits for a time take none. */
    static Ports leaping(final ManualTime time) {
        return Ports.system().withTime(time).withThreads(new LeapingThreads(time));
    }
}
