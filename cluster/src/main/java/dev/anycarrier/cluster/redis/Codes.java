package dev.anycarrier.cluster.redis;

import dev.anycarrier.spi.LimitScope;

/** The codes and words of scripts. Stateless. */
final class Codes {

    static final int GRANTED = 1;
    static final int KNOWN = 2;
    static final int ELSEWHERE = 3;
    static final int LATER = 4;

    static final int HELD = 1;
    static final int FETCH = 2;

    private Codes() {}

    static String word(final LimitScope scope) {
        return switch (scope) {
            case SIM -> "sim";
            case ACCOUNT -> "account";
            case TOKEN_ENDPOINT -> "token";
        };
    }

    static LimitScope scope(final String word) {
        return switch (word) {
            case "sim" -> LimitScope.SIM;
            case "account" -> LimitScope.ACCOUNT;
            case "token" -> LimitScope.TOKEN_ENDPOINT;
            default -> throw Reply.unfit();
        };
    }
}
