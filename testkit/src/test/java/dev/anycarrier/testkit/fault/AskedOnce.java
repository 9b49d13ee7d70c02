package dev.anycarrier.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** One question to a server with one script, from opening the front door to finding nothing left behind it. */
final class AskedOnce {

    private AskedOnce() {}

    /** Asks; the server counts the requests it read. */
    static Outcome of(final Script script, final String... settings) {
        try (FaultServer server = FaultServer.start(script)) {
            return askAndLeave(server, Caller.of(server, settings));
        }
    }

    /** Asks a server that may read no request at all: every connection is counted as one. */
    static Outcome ofUnread(final Script script, final String... settings) {
        try (FaultServer server = FaultServer.start(script)) {
            return askAndLeave(
                    server, Caller.of(TinyCarrier.WITH_KEY, server.address(), server::connections, settings));
        }
    }

    private static Outcome askAndLeave(final FaultServer server, final Caller caller) {
        final Outcome outcome;
        try (caller) {
            outcome = caller.ask();
        }
        requireNoConnection(server);
        return outcome;
    }

    /** A closed caller has left. */
    static void requireNoConnection(final FaultServer server) {
        try {
            assertThat(server.awaitNoConnection(Duration.ofSeconds(2)))
                    .as("connections left behind")
                    .isZero();
        } catch (final InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
