package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketStateTest {

    private static final Bucket SOME_LEFT = Bucket.limited(Service.DATA, Quantity.bytes(10), Quantity.bytes(1));
    private static final Bucket NOTHING_LEFT = Bucket.limited(Service.DATA, Quantity.bytes(10), Quantity.bytes(0));
    private static final Bucket UNLIMITED = Bucket.unlimited(Service.DATA);

    private final List<UsageWarning> warnings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "NOT_ACTIVE, NOT_ACTIVE, NOT_ACTIVE, NOT_ACTIVE",
        "ACTIVE, ACTIVE, EXHAUSTED, ACTIVE",
        "SUSPENDED, UNKNOWN, EXHAUSTED, UNKNOWN",
        "EXHAUSTED, UNKNOWN, EXHAUSTED, EXHAUSTED",
        "EXPIRED, EXPIRED, EXPIRED, EXPIRED",
        "TERMINATED, EXPIRED, EXPIRED, EXPIRED",
        "UNKNOWN, UNKNOWN, EXHAUSTED, UNKNOWN"
    })
    void a_bucket_is_in_the_state_that_follows_from_the_sim_and_from_what_is_left(
            final SimStatus sim,
            final BucketStatus someLeft,
            final BucketStatus nothingLeft,
            final BucketStatus unlimited) {
        assertThat(BucketState.under(sim, SOME_LEFT, warnings::add)).isEqualTo(SOME_LEFT.withStatus(someLeft));
        assertThat(BucketState.under(sim, NOTHING_LEFT, warnings::add)).isEqualTo(NOTHING_LEFT.withStatus(nothingLeft));
        assertThat(BucketState.under(sim, UNLIMITED, warnings::add)).isEqualTo(UNLIMITED.withStatus(unlimited));
    }

    @Test
    void a_sim_that_is_used_up_with_something_left_is_worth_a_warning() {
        BucketState.under(SimStatus.EXHAUSTED, NOTHING_LEFT, warnings::add);
        assertThat(warnings).isEmpty();

        BucketState.under(SimStatus.EXHAUSTED, SOME_LEFT, warnings::add);
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(UsageWarning.Kind.INCONSISTENT);
            assertThat(warning.detail()).contains("DATA");
        });
    }

    @Test
    void a_status_word_has_its_meaning_and_any_other_is_unknown_with_a_warning() {
        final StatusWords words = new StatusWords(Map.of("ON", SimStatus.ACTIVE, "UNKNOWN", SimStatus.UNKNOWN));

        assertThat(words.read("ON", warnings::add)).isEqualTo(SimStatus.ACTIVE);
        assertThat(words.read("UNKNOWN", warnings::add)).isEqualTo(SimStatus.UNKNOWN);
        assertThat(warnings).isEmpty();
        assertThat(words.read("on", warnings::add)).isEqualTo(SimStatus.UNKNOWN);
        assertThat(warnings).extracting(UsageWarning::kind).containsExactly(UsageWarning.Kind.UNKNOWN_STATUS);
    }
}
