package dev.anycarrier.benchmarks.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One look at what is known of one of many SIMs, each time another one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheLookups {

    private static final double ROOM = 1.2;

    /** Whoever looks, and the SIMs in an order of chance. A power of two, so that no division is measured. */
    @State(Scope.Benchmark)
    public abstract static class Looking {

        /** Of how many SIMs something is known. */
        @Param("1048576")
        public int sims;

        private Iccid[] keys = {};
        private int next;

        void shuffle() {
            keys = Sims.shuffled(sims);
        }

        Iccid sim() {
            return keys[next++ & (keys.length - 1)];
        }

        int bound() {
            return (int) (ROOM * sims);
        }
    }

    /** The library. */
    public static class Ours extends Looking {

        private @Nullable Anycarrier carriers;
        private @Nullable CarrierAccount account;
        private SimRef[] refs = {};
        private int nextRef;

        /** Knows all SIMs. */
        @Setup
        public void open() {
            shuffle();
            carriers = AiraloWire.engine(bound(), new KeptReports(sims, Instant.now()));
            account = carriers.account(KeptReports.ACCOUNT);
            refs = new SimRef[sims];
            for (int i = 0; i < sims; i++) {
                refs[i] = new SimRef(KeptReports.ACCOUNT, sim());
            }
        }

        /** Ends it. */
        @TearDown
        public void close() {
            if (carriers != null) {
                carriers.close();
            }
        }

        SimRef ref() {
            return refs[nextRef++ & (refs.length - 1)];
        }

        CarrierAccount account() {
            return Objects.requireNonNull(account);
        }

        Anycarrier carriers() {
            return Objects.requireNonNull(carriers);
        }
    }

    /** The cache alone: bounded, and its entries expire, as whoever keeps usage would have it. */
    public static class Bare extends Looking {

        private @Nullable Cache<SimId, UsageReport> cache;

        /** Knows all SIMs. */
        @Setup
        public void fill() {
            shuffle();
            final Instant now = Instant.now();
            final Cache<SimId, UsageReport> filled = Caffeine.newBuilder()
                    .maximumSize(bound())
                    .expireAfterWrite(Duration.ofDays(1))
                    .build();
            for (int number = 0; number < sims; number++) {
                final SimId sim = Sims.of(number);
                filled.put(sim, KeptReports.report(sim, now));
            }
            cache = filled;
        }

        Cache<SimId, UsageReport> cache() {
            return Objects.requireNonNull(cache);
        }
    }

    /** As the account of the SIM is asked, with options. */
    @Benchmark
    public UsageResult account(final Ours ours, final CpuTime time) {
        return ours.account().usage(ours.sim(), CallOptions.defaults());
    }

    /** As the front door is asked, by name of the account. */
    @Benchmark
    public UsageReport frontDoor(final Ours ours, final CpuTime time) {
        return ours.carriers().usage(ours.ref());
    }

    /** As the cache is asked. */
    @Benchmark
    public @Nullable UsageReport caffeine(final Bare bare, final CpuTime time) {
        return bare.cache().getIfPresent(bare.sim());
    }
}
