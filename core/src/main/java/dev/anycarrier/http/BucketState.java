package dev.anycarrier.http;

import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageWarning;
import java.util.function.Consumer;

/** Derives the state of a bucket where a carrier has a word for the whole SIM only. */
public final class BucketState {

    private BucketState() {}

    /**
     * The bucket in the state that follows from the SIM's and from what is left.
     *
     * <p>A bucket of which something is left on a SIM that is said to be used up is {@link BucketStatus#UNKNOWN}, with a
     * warning: the carrier's word and its number disagree, or its word is about another service.
     *
     * @param sim the state of the SIM
     * @param warnings takes what a reader of the report should know
     */
    public static Bucket under(final SimStatus sim, final Bucket bucket, final Consumer<UsageWarning> warnings) {
        final boolean spent =
                bucket.remaining().isPresent() && bucket.remaining().get().isZero();
        final BucketStatus status = switch (sim) {
            case NOT_ACTIVE -> BucketStatus.NOT_ACTIVE;
            case ACTIVE -> spent ? BucketStatus.EXHAUSTED : BucketStatus.ACTIVE;
            case EXHAUSTED -> exhausted(bucket, warnings);
            case EXPIRED, TERMINATED -> BucketStatus.EXPIRED;
            case SUSPENDED, UNKNOWN -> spent ? BucketStatus.EXHAUSTED : BucketStatus.UNKNOWN;
        };
        return bucket.withStatus(status);
    }

    private static BucketStatus exhausted(final Bucket bucket, final Consumer<UsageWarning> warnings) {
        if (bucket.remaining().map(left -> left.isZero()).orElse(true)) {
            return BucketStatus.EXHAUSTED;
        }
        warnings.accept(new UsageWarning(
                UsageWarning.Kind.INCONSISTENT,
                "the carrier says the SIM is used up, but " + bucket.service() + " is left"));
        return BucketStatus.UNKNOWN;
    }
}
