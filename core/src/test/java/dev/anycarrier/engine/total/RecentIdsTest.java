package dev.anycarrier.engine.total;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.RecentKeys;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which identifiers are remembered, beside the memory of those that are kept as texts. */
class RecentIdsTest {

    @Test
    void it_remembers_what_the_other_memory_remembers_and_takes_nothing_new_for_known() {
        final RecentIds ids = new RecentIds();
        final RecentKeys keys = new RecentKeys();
        final Set<String> all = new HashSet<>();
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 6 * RecentKeys.REMEMBERED; i++) {
            // Many share a half, so that they stand in each other's way.
            final long low = 2L * random.nextInt(4) + 1;
            final long high = random.nextInt(RecentKeys.REMEMBERED);
            final String key = high + "-" + low;
            final boolean first = all.add(key);
            final boolean recent = !keys.test(key);
            final boolean found = !ids.add(high, low);
            if (first) {
                assertThat(found).as("%d, which is new", i).isFalse();
            } else if (recent) {
                assertThat(found).as("%d, which came lately", i).isTrue();
            }
        }
    }

    @Test
    void what_came_long_ago_is_forgotten_in_the_end() {
        final RecentIds ids = new RecentIds();
        ids.add(0, 0);
        for (int i = 1; i <= 2 * RecentKeys.REMEMBERED; i++) {
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
