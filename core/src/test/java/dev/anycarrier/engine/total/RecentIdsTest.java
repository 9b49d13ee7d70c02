package dev.anycarrier.engine.total;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.RecentKeys;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which identifiers are remembered, beside the memory of those that are kept as texts. */
class RecentIdsTest {

    @Test
    void it_remembers_what_the_other_memory_remembers_however_identifiers_come_again() {
        final RecentIds ids = new RecentIds();
        final RecentKeys keys = new RecentKeys();
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 6 * RecentKeys.REMEMBERED; i++) {
            // Many share their lower half, so that they stand in each other's way.
            final long low = random.nextInt(2 * RecentKeys.REMEMBERED);
            final long high = random.nextInt(2);
            assertThat(ids.add(high, low)).as("%d", i).isEqualTo(keys.test(high + "-" + low));
        }
    }

    @Test
    void two_that_differ_in_one_half_are_two() {
        final RecentIds ids = new RecentIds();
        assertThat(ids.add(1, 7)).isTrue();
        assertThat(ids.add(2, 7)).isTrue();
        assertThat(ids.add(1, 8)).isTrue();
        assertThat(ids.add(1, 7)).isFalse();
    }

    @Test
    void an_identifier_of_zeros_is_one_like_any_other() {
        final RecentIds ids = new RecentIds();
        assertThat(ids.add(0, 0)).isTrue();
        assertThat(ids.add(0, 0)).isFalse();
    }
}
