package dev.anycarrier.engine.port;

import dev.anycarrier.spi.AccessToken;
import java.time.Duration;
import java.util.Objects;

/** What the store says to whoever needs a token. */
public sealed interface ClusterToken {

    /**
     * There is one.
     *
     * @param token the token, with the lifetime it had when it was fetched
     * @param number its place in the order of the account's tokens, from 1
     * @param age how long ago its request was sent
     */
    record Held(AccessToken token, long number, Duration age) implements ClusterToken {
        /** Checks that both are there. */
        public Held {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(age, "age");
        }
    }

    /**
     * This node is to fetch one, and has to say how that ended before its lease is over.
     *
     * @param fence higher than that of any leave before
     */
    record Fetch(long fence) implements ClusterToken {}

    /**
     * Another node is fetching one, or it is too soon after a failure: look again.
     *
     * @param pause how long that may take at most
     * @param failed whether a fetch has failed, so that nothing comes before
     */
    record Elsewhere(Duration pause, boolean failed) implements ClusterToken {
        /** Checks that it is there. */
        public Elsewhere {
            Objects.requireNonNull(pause, "pause");
        }
    }

    /** Tokens are not shared: each node fetches its own, out of the shared limit of the token endpoint. */
    record Own() implements ClusterToken {}
}
