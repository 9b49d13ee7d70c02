package dev.anycarrier.simulation.store;

import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.spi.AccessToken;
import java.time.Duration;
import java.util.Optional;

/** The token of one account, and who fetches the next. Is told the time, in nanoseconds. */
final class StoredTokens {

    private static final long LONG_AGO = Long.MIN_VALUE / 4;

    private final long lease;
    private Optional<Kept> kept = Optional.empty();
    private String failedWith = "";
    private long pauseUntil = LONG_AGO;
    private long leave;
    private long leaveUntil = LONG_AGO;

    StoredTokens(final long lease) {
        this.lease = lease;
    }

    private record Kept(String credentials, AccessToken token, long number, long sentAt) {

        boolean isGood(final long now) {
            return now - sentAt < token.lifetime().toNanos();
        }
    }

    ClusterToken token(final String credentials, final long newerThan, final long now) {
        final Optional<Kept> good = kept.filter(
                token -> token.credentials.equals(credentials) && token.number > newerThan && token.isGood(now));
        if (good.isPresent()) {
            return new ClusterToken.Held(
                    good.get().token, good.get().number, Duration.ofNanos(now - good.get().sentAt));
        }
        if (leaveUntil > now) {
            return new ClusterToken.Elsewhere(Duration.ofNanos(leaveUntil - now), false);
        }
        if (pauseUntil > now && failedWith.equals(credentials)) {
            return new ClusterToken.Elsewhere(Duration.ofNanos(pauseUntil - now), true);
        }
        // Above every number of before, also of before it was emptied.
        leave = Math.max(Math.max(leave, newerThan) + 1, now);
        leaveUntil = now + lease;
        return new ClusterToken.Fetch(leave);
    }

    Optional<Long> fetched(
            final String credentials, final long fence, final AccessToken token, final long sentAt, final long now) {
        if (isOver(fence, now)) {
            return Optional.empty();
        }
        leaveUntil = LONG_AGO;
        kept = Optional.of(new Kept(credentials, token, fence, sentAt));
        return Optional.of(fence);
    }

    void notFetched(final String credentials, final long fence, final long pause, final long now) {
        if (!isOver(fence, now)) {
            leaveUntil = LONG_AGO;
            pauseUntil = now + pause;
            failedWith = credentials;
        }
    }

    private boolean isOver(final long fence, final long now) {
        return fence != leave || leaveUntil <= now;
    }
}
