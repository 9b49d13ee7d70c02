package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The access tokens that a carrier has given out, by generation from 1. */
final class IssuedTokens {

    private final long seed;
    private final List<Token> tokens = new ArrayList<>();
    private int revokedUpTo;

    IssuedTokens(final long seed) {
        this.seed = seed;
    }

    private record Token(String text, long until) {}

    /** Gives out one more; returns its generation. */
    int issue(final long now, final Duration lifetime) {
        final int generation = tokens.size() + 1;
        tokens.add(new Token(
                "tok%016x%016x".formatted(Mix.of(seed, generation, 1), Mix.of(seed, generation, 2)),
                now + lifetime.toNanos()));
        return generation;
    }

    String text(final int generation) {
        return tokens.get(generation - 1).text();
    }

    /** The generation of a token, or 0. */
    int generation(final String authorization) {
        for (int generation = tokens.size(); generation > 0; generation--) {
            if (authorization.equals("Bearer " + text(generation))) {
                return generation;
            }
        }
        return 0;
    }

    boolean isGood(final int generation, final long now) {
        return generation > revokedUpTo && tokens.get(generation - 1).until() - now > 0;
    }

    void revokeAll() {
        revokedUpTo = tokens.size();
    }

    List<String> all() {
        return tokens.stream().map(Token::text).toList();
    }
}
