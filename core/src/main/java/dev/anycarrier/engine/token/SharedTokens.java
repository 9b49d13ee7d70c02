package dev.anycarrier.engine.token;

import dev.anycarrier.engine.limit.SharedAccount;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Where the nodes of one account keep its token. Thread-safe. */
public final class SharedTokens {

    private final SharedAccount account;
    private final CredentialsDigest digest;
    private final Supplier<List<Secret>> secrets;

    /**
     * The tokens of one account.
     *
     * @param secrets all secrets of the account as they are now, whether they can change or not
     * @param place which of the account's exchanges of credentials for a token it is, the same on all nodes
     */
    public SharedTokens(final SharedAccount account, final Supplier<List<Secret>> secrets, final int place) {
        this.account = account;
        this.digest = new CredentialsDigest(place + " " + account.key());
        this.secrets = secrets;
    }

    ClusterAccount store() {
        return account.store();
    }

    /**
     * The store did not answer.
     *
     * @param askedAt when it was asked, on the monotonic clock
     * @return whether this node may fetch a token by itself
     */
    boolean mayFetchWithoutStore(final long askedAt) {
        return account.mayFetchWithoutStore(askedAt);
    }

    /** For how long after leave to fetch was given its request may be sent, so that the answer comes before the leave ends. */
    Duration timeToSend() {
        return account.attemptTimeout();
    }

    /**
     * What tells the credentials in force from others.
     *
     * @throws UsageException {@code AUTHENTICATION_FAILED} if they cannot be read
     */
    String credentials() {
        final List<Secret> inForce;
        try {
            inForce = List.copyOf(secrets.get());
        } catch (final RuntimeException e) {
            throw UsageException.of(Kind.AUTHENTICATION_FAILED, "the account's secrets cannot be read")
                    .build();
        }
        return digest.of(inForce);
    }

    /** What a store comes to that gives back a token that is known to be of no use. */
    static UsageException wrongToken() {
        return UsageException.unavailable(
                        UnavailableCause.LOCAL, "the store of all nodes gave an access token older than was asked for")
                .build();
    }

    /** What a fetch that failed at another node comes to here. */
    static UsageException failedElsewhere() {
        return UsageException.unavailable(
                        UnavailableCause.LOCAL, "another node could not fetch an access token just before")
                .build();
    }
}
