package dev.anycarrier.onomondo;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests ask, and what they ask about. */
final class Questions {

    /** The SIM of the recorded record. */
    static final CarrierSimId SIM = CarrierSimId.of("000000001");

    /** The same SIM. */
    static final Iccid ICCID = Iccid.of("8944465400000217735");

    private Questions() {}

    static UsageRecordQuery between(final String from, final String to) {
        return UsageRecordQuery.between(Instant.parse(from), Instant.parse(to));
    }

    /** Everything in a year, which is one period to the carrier. */
    static UsageRecordQuery year(final int year) {
        return between(year + "-01-01T00:00:00Z", year + 1 + "-01-01T00:00:00Z");
    }

    /** The failure of a question that must fail. */
    static UsageException failure(final ThrowingCallable question) {
        final UsageException failure = catchThrowableOfType(UsageException.class, question);
        if (failure == null) {
            throw new AssertionError("the question was answered");
        }
        return failure;
    }
}
