package dev.anycarrier.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepStepsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_cursor_never_passes_a_sim_that_must_be_come_back_to(final long seed) {
        final Random random = new Random(seed);
        final SweepCursor cursor = new SweepCursor();
        final TreeMap<Long, Long> underWay = new TreeMap<>();
        final TreeSet<Long> kept = new TreeSet<>();
        long position = 0;
        for (int step = 0; step < 20_000; step++) {
            if (underWay.isEmpty() || random.nextInt(100) < 52) {
                position += 1 + random.nextInt(4);
                underWay.put(cursor.take(position), position);
            } else {
                final List<Long> numbers = new ArrayList<>(underWay.keySet());
                final long number = numbers.get(random.nextInt(Math.min(numbers.size(), 1 + random.nextInt(2000))));
                final boolean recorded = step < 15_000 || random.nextInt(50) > 0;
                cursor.end(number, recorded);
                final long ended = underWay.remove(number);
                if (!recorded) {
                    kept.add(ended);
                }
            }
            final long first =
                    underWay.isEmpty() ? position + 1 : underWay.firstEntry().getValue();
            final long expected = kept.isEmpty() ? first : Math.min(first, kept.first());
            if (cursor.recordedBefore() != expected || cursor.outstanding() != underWay.size()) {
                throw new AssertionError("wrong at step " + step);
            }
        }
    }

    @Test
    void the_cursor_has_no_room_when_its_window_or_its_span_is_full() {
        final SweepCursor cursor = new SweepCursor();
        for (int number = 0; number < SweepCursor.WINDOW; number++) {
            assertThat(cursor.hasRoom()).isTrue();
            cursor.take(number);
        }
        assertThat(cursor.hasRoom()).isFalse();
        cursor.end(1, true);
        assertThat(cursor.hasRoom()).isFalse();
        cursor.end(0, true);
        assertThat(cursor.hasRoom()).isTrue();
        assertThat(cursor.recordedBefore()).isEqualTo(2);

        final SweepCursor sparse = new SweepCursor();
        sparse.take(0);
        sparse.take(SweepCursor.SPAN);
        assertThat(sparse.hasRoom()).isFalse();
        sparse.end(0, true);
        assertThat(sparse.hasRoom()).isTrue();
    }

    @Test
    void the_cursor_refuses_an_end_that_cannot_be() {
        final SweepCursor cursor = new SweepCursor();
        assertThatThrownBy(() -> cursor.end(0, true)).isInstanceOf(IllegalStateException.class);
        cursor.take(5);
        cursor.take(6);
        cursor.end(1, true);
        assertThatThrownBy(() -> cursor.end(1, true)).isInstanceOf(IllegalStateException.class);
        cursor.end(0, true);
        assertThatThrownBy(() -> cursor.end(0, true)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_is_acknowledged_is_exactly_what_was_added(final long seed) {
        final Random random = new Random(seed);
        final Acknowledged acknowledged = new Acknowledged();
        final Set<Long> added = new TreeSet<>();
        long before = 0;
        for (int step = 0; step < 2000; step++) {
            final boolean prefix = random.nextInt(20) == 0;
            final long from = prefix ? 0 : before + random.nextInt(500);
            final long to = prefix ? before + random.nextInt(1000) + 1 : from + 1 + random.nextInt(2);
            if (prefix) {
                before = to;
            }
            acknowledged.add(from, to);
            LongStream.range(prefix ? Math.max(0, to - 2000) : from, to).forEach(added::add);
        }
        final Set<Long> listed = new TreeSet<>();
        acknowledged.ranges((from, to) -> LongStream.range(from, to).forEach(listed::add));
        assertThat(listed.containsAll(added)).isTrue();
        final long behind = before + 2000;
        listed.removeIf(position -> position >= behind);
        final List<Long> contained = LongStream.range(before, behind)
                .filter(acknowledged::contains)
                .boxed()
                .toList();
        assertThat(contained)
                .isEqualTo(added.stream().filter(from(before)).toList())
                .isEqualTo(listed.stream().filter(from(before)).toList());
        assertThat(acknowledged.contains(0)).isTrue();
        assertThat(acknowledged.contains(Long.MAX_VALUE - 1)).isFalse();
    }

    @Test
    void the_deferred_come_back_in_the_order_of_their_times_even_across_an_overflow() {
        final Deferred deferred = new Deferred();
        final long now = new ManualTime().nanoTime() + 999_999_995L;
        deferred.add(pending(1), now + 10);
        deferred.add(pending(2), now + 3);
        deferred.add(pending(3), now + 10);

        assertThat(deferred.untilDue(now)).hasValue(3);
        assertThat(deferred.take(now, false)).isEmpty();
        assertThat(deferred.take(now + 3, false)).contains(pending(2));
        assertThat(deferred.take(now + 9, false)).isEmpty();
        assertThat(deferred.take(now + 10, false)).contains(pending(1));
        assertThat(deferred.take(now, true)).contains(pending(3));
        assertThat(deferred.untilDue(now)).isEmpty();
    }

    @Test
    void a_recent_sim_is_recognised_within_the_stated_window_and_no_other_is() {
        final Random random = new Random(7);
        final RecentSims recent = new RecentSims();
        final LinkedHashSet<SimId> model = new LinkedHashSet<>();
        final List<SimId> sims =
                IntStream.range(0, 90_000).mapToObj(SweepStepsTest::drawn).toList();
        for (int step = 0; step < 300_000; step++) {
            final SimId sim = sims.get(random.nextInt(sims.size()));
            if (recent.add(sim) != model.add(sim)) {
                throw new AssertionError("wrong at step " + step);
            }
            if (model.size() > RecentSims.REMEMBERED) {
                final var eldest = model.iterator();
                eldest.next();
                eldest.remove();
            }
        }
    }

    @Test
    void iccids_that_differ_in_leading_zeros_only_are_different() {
        final RecentSims recent = new RecentSims();
        for (int digits = 17; digits <= 22; digits++) {
            assertThat(recent.add(Iccid.of("0".repeat(digits - 1) + "7"))).isTrue();
            assertThat(recent.add(Iccid.of("0".repeat(digits - 1) + "7"))).isFalse();
        }
        assertThat(recent.add(CarrierSimId.of("00000000000000007"))).isTrue();
    }

    @Test
    void a_failure_that_says_nothing_about_the_sim_postpones_it_within_bounds() {
        final ManualTime time = new ManualTime();
        final UsageException unstated = Sweeps.failure(Kind.TOO_MANY_REQUESTS);
        assertThat(Postponement.of(unstated, 0, time)).contains(Duration.ofMinutes(1));
        assertThat(Postponement.of(unstated, 49, time)).contains(Duration.ofMinutes(1));
        assertThat(Postponement.of(unstated, 50, time)).isEmpty();
        assertThat(Postponement.of(limited(time, Duration.ofMinutes(15)), 0, time))
                .contains(Duration.ofMinutes(15));
        assertThat(Postponement.of(limited(time, Duration.ofMinutes(-15)), 0, time))
                .contains(Duration.ofMillis(100));
        assertThat(Postponement.of(limited(time, Duration.ofDays(36_525)), 0, time))
                .isEmpty();
        assertThat(Postponement.of(Sweeps.failure(Kind.NOT_FOUND), 0, time)).isEmpty();
        final UsageException open = UsageException.unavailable(UnavailableCause.CIRCUIT_OPEN, "drawn")
                .build();
        assertThat(Postponement.of(open, 0, time)).contains(Duration.ofSeconds(10));
        assertThat(Postponement.of(open, 4, time)).contains(Duration.ofSeconds(50));
        assertThat(Postponement.of(open, 5, time)).isEmpty();
        final UsageException broken =
                UsageException.unavailable(UnavailableCause.NETWORK, "drawn").build();
        assertThat(Postponement.of(broken, 0, time)).isEmpty();
    }

    private static Predicate<Long> from(final long first) {
        return position -> position >= first;
    }

    private static UsageException limited(final ManualTime time, final Duration wait) {
        return UsageException.of(Kind.TOO_MANY_REQUESTS, "drawn")
                .notBefore(time.instant().plus(wait))
                .build();
    }

    private static SimId drawn(final int number) {
        return number % 2 == 0
                ? Iccid.of("8944" + (100_000_000_000_000L + number))
                : CarrierSimId.of(Integer.toString(number, 36));
    }

    private static Pending pending(final long number) {
        return new Pending(Sweeps.sim("one", number), number, number, false, 0);
    }
}
