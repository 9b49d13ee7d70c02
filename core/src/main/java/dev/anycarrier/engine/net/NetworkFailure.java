package dev.anycarrier.engine.net;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** Words what an {@link IOException} in an exchange means: the JDK's types and texts do not tell it apart for certain. */
final class NetworkFailure {

    private NetworkFailure() {}

    static UsageException closed() {
        return UsageException.of(Kind.CANCELLED, "the client was closed").build();
    }

    static UsageException withdrawn() {
        return UsageException.unavailable(
                        UnavailableCause.LOCAL, "the leave to send ended before the request could be written")
                .build();
    }

    /** For a thread that is interrupted, or a connection that was broken. */
    static UsageException of(final IOException failure, final Origin origin, final Deadline deadline) {
        if (Thread.currentThread().isInterrupted()) {
            return UsageException.of(Kind.CANCELLED, "interrupted in an exchange with " + origin)
                    .build();
        }
        if (failure instanceof SocketTimeoutException || deadline.hasPassed()) {
            final String what = "no complete answer from " + origin + " within " + deadline;
            return UsageException.unavailable(UnavailableCause.ATTEMPT_TIMEOUT, what)
                    .build();
        }
        return failure instanceof SSLException
                ? UsageException.unavailable(
                                UnavailableCause.TLS, origin + " ended the TLS connection with an alert, or damaged it")
                        .build()
                : Peer.of(origin).closedConnection("before its answer was complete");
    }
}
