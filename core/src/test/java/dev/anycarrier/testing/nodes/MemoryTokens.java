package dev.anycarrier.testing.nodes;

import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.spi.AccessToken;
import java.time.Duration;
import java.util.Optional;

/** The store's token of one account, on its own clock. */
final class MemoryTokens {

    private final World world;
    private Optional<Kept> kept = Optional.empty();
    private Duration lease = Duration.ZERO;
    private long fence;
    private long leaveUntil = Long.MIN_VALUE;
    private long pauseUntil = Long.MIN_VALUE;
    private String failedWith = "";

    MemoryTokens(final World world) {
        this.world = world;
    }

    private record Kept(String credentials, AccessToken token, long number, long sentAt) {}

    void lease(final Duration newLease) {
        lease = newLease;
    }

    ClusterToken token(final String credentials, final long newerThan) {
        final long now = world.now();
        final Optional<Kept> good = kept.filter(token -> token.credentials.equals(credentials)
                && token.number > newerThan
                && now - token.sentAt < token.token.lifetime().toNanos());
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
        leaveUntil = now + lease.toNanos();
        return new ClusterToken.Fetch(++fence);
    }

    Optional<Long> fetched(final String credentials, final long itsFence, final AccessToken token, final Duration age) {
        if (itsFence != fence || leaveUntil <= world.now()) {
            return Optional.empty();
        }
        leaveUntil = Long.MIN_VALUE;
        kept = Optional.of(new Kept(credentials, token, fence, world.now() - age.toNanos()));
        return Optional.of(fence);
    }

    void notFetched(final String credentials, final long itsFence, final Duration pause) {
        if (itsFence == fence && leaveUntil > world.now()) {
            leaveUntil = Long.MIN_VALUE;
            pauseUntil = world.now() + pause.toNanos();
            failedWith = credentials;
        }
    }
}
