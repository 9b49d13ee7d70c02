package dev.anycarrier.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** The bearer tokens (RFC 6750) that a simulated carrier has given out and still accepts. Thread-safe. */
public final class IssuedTokens {

    private static final String SCHEME = "Bearer ";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 64;

    private final SplittableRandom random;
    private final Duration lifetime;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    /**
     * Tokens drawn from a seed.
     *
     * @param lifetime how long each is accepted
     */
    public IssuedTokens(final long seed, final Duration lifetime) {
        this.random = new SplittableRandom(seed);
        this.lifetime = lifetime;
    }

    /** Gives out a new token; earlier ones stay good until they end. */
    public synchronized String issue(final Instant now) {
        final StringBuilder token = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        ends.put(token.toString(), now.plus(lifetime));
        return token.toString();
    }

    /** Whether the request bears a token that was given out, has not ended and was not revoked. */
    public boolean accepts(final SimulatorRequest request) {
        return request.headers()
                .first("Authorization")
                .filter(credentials -> credentials.startsWith(SCHEME))
                .map(credentials -> ends.get(credentials.substring(SCHEME.length())))
                .map(end -> request.time().isBefore(end))
                .orElse(false);
    }

    /** Takes back every token given out so far. */
    public void revokeAll() {
        ends.clear();
    }
}
