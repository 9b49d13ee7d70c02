package dev.anycarrier.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.Optional;

/**
 * How a question ended: in a report or in a failure.
 *
 * @param requests how many requests it took, as the account reports and the server confirms
 */
record Outcome(Optional<UsageReport> report, Optional<UsageException> failure, Duration elapsed, long requests) {

    /** The report, which must be there. */
    UsageReport good() {
        assertThat(failure).as("failure").isEmpty();
        return report.orElseThrow();
    }

    /** The failure, which must be there. */
    UsageException bad() {
        assertThat(report).as("report").isEmpty();
        return failure.orElseThrow();
    }

    Outcome isOk(final long total, final long remaining) {
        assertThat(good().buckets()).singleElement().satisfies(bucket -> {
            assertThat(bucket.allowance()).isEqualTo(Allowance.limited(Quantity.bytes(total)));
            assertThat(bucket.remaining()).contains(Quantity.bytes(remaining));
        });
        return this;
    }

    Outcome is(final Kind kind) {
        assertThat(bad().kind()).as(bad().getMessage()).isEqualTo(kind);
        return this;
    }

    Outcome isOneOf(final Kind... kinds) {
        assertThat(bad().kind()).as(bad().getMessage()).isIn((Object[]) kinds);
        return this;
    }

    Outcome isUnavailable(final UnavailableCause cause) {
        is(Kind.UNAVAILABLE);
        assertThat(bad().unavailableCause()).as(bad().getMessage()).contains(cause);
        return this;
    }

    Outcome mayBeRetried() {
        assertThat(bad().retryable()).as("retryable").isTrue();
        return this;
    }

    Outcome mayNotBeRetried() {
        assertThat(bad().retryable()).as("retryable").isFalse();
        return this;
    }

    Outcome after(final int expectedRequests) {
        assertThat(requests).as("requests").isEqualTo(expectedRequests);
        return this;
    }

    Outcome within(final Duration longest) {
        assertThat(elapsed).isLessThan(longest);
        return this;
    }

    Outcome notBefore(final Duration shortest) {
        assertThat(elapsed).isGreaterThanOrEqualTo(shortest);
        return this;
    }
}
