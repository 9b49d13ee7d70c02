package dev.anycarrier.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimTimesTest {

    private static final int STEPS = 10_000;

    private final SimTimes times = new SimTimes();
    private final Map<Long, Long> expected = new HashMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_put_is_found_until_it_is_over(final long seed) {
        final Random random = new Random(seed);
        final int differentKeys = 1 << (4 + random.nextInt(14));
        for (int step = 0; step < STEPS; step++) {
            // Keys that lie close together at the end of the table, and negative ones.
            put(-1L - ((long) random.nextInt(differentKeys) << random.nextInt(40)), random.nextLong());
        }
        requireExpected();
        times.rebuild((key, time) -> time < 0);
        expected.values().removeIf(time -> time < 0);
        requireExpected();
    }

    private void requireExpected() {
        assertThat(times.size()).isEqualTo(expected.size());
        // One assertion for all, since there are thousands of them.
        assertThat(expected.entrySet().stream().filter(entry -> !isFound(entry.getKey(), entry.getValue())))
                .isEmpty();
    }

    private void put(final long key, final long time) {
        if (times.isFull()) {
            times.rebuild((each, since) -> false);
        }
        final int place = times.place(key);
        if (times.isFree(place)) {
            times.put(place, key, time);
        } else {
            times.set(place, time);
        }
        expected.put(key, time);
    }

    private boolean isFound(final long key, final long time) {
        final int place = times.place(key);
        return !times.isFree(place) && times.time(place) == time;
    }
}
