package dev.anycarrier.engine.total;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which identifiers are remembered. */
class RecentIdsTest {

    @Test
    void what_came_lately_is_known_and_what_is_new_is_not() {
        final RecentIds ids = new RecentIds();
        final Map<String, Integer> shown = new HashMap<>();
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 6 * RecentIds.REMEMBERED; i++) {
            // Many share a half, so that they stand in each other's way.
            final long low = 2L * random.nextInt(4) + 1;
            final long high = random.nextInt(RecentIds.REMEMBERED);
            final Integer last = shown.put(high + "-" + low, i);
            final boolean known = !ids.add(high, low);
            if (last == null) {
                assertThat(known).as("%d, which is new", i).isFalse();
            } else if (i - last <= RecentIds.REMEMBERED) {
                assertThat(known).as("%d, which came lately", i).isTrue();
            }
        }
    }

    @Test
    void what_came_long_ago_is_forgotten_in_the_end() {
        final RecentIds ids = new RecentIds();
        ids.add(0, 0);
        for (int i = 1; i <= 2 * RecentIds.REMEMBERED; i++) {
            assertThat(ids.add(i, i)).isTrue();
        }
        assertThat(ids.add(0, 0)).isTrue();
    }

    @Test
    void an_identifier_of_zeros_is_one_like_any_other() {
        final RecentIds ids = new RecentIds();
        assertThat(ids.add(0, 0)).isTrue();
        assertThat(ids.add(0, 0)).isFalse();
    }
}
