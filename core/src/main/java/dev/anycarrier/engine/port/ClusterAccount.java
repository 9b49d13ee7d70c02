package dev.anycarrier.engine.port;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.Optional;

/**
 * What the nodes share about one account. Every time that crosses here is a length: no node's wall clock matters. Each call is
 * one round trip at most, and none is repeated by itself. Thread-safe.
 *
 * <p>What a node cannot ask for, since the store is away, slow or says what it should not, is a {@link
 * dev.anycarrier.spi.UsageException} of kind {@code UNAVAILABLE} with the cause {@code LOCAL}, and a permit that may have been
 * given nonetheless counts in the store. What a node has to tell is told as well as possible, and never fails: what the
 * store holds without it is at least as strict.
 */
public interface ClusterAccount {

    /**
     * Asks for leave to send one request, and for what is known that would make it unnecessary: all in one step of the store.
     *
     * @throws dev.anycarrier.spi.UsageException if the store did not answer
     */
    ClusterAnswer ask(ClusterRequest request);

    /**
     * The last known value of a SIM, whatever its age; empty if there is none.
     *
     * @throws dev.anycarrier.spi.UsageException if the store did not answer
     */
    Optional<ClusterAnswer.Known> look(SimId sim);

    /** The request of a permit never left, and never will: it counts for nothing any more. */
    void notSent(ClusterAnswer.Granted permit);

    /** The carrier refused the request of a permit for its token alone (401): it does not count for its SIM. */
    void giveBackForSim(ClusterAnswer.Granted permit);

    /**
     * The carrier wants no request for a while; a hold that is longer stays.
     *
     * @param sim the SIM if the scope is {@link LimitScope#SIM}
     */
    void hold(LimitScope scope, Optional<SimId> sim, Duration length);

    /**
     * The question about a SIM, for which this node holds the flight, has ended.
     *
     * @param report what the carrier said; empty if nothing came of it. A value that is known and newer stays
     * @param age how long ago that was true, on this node's monotonic clock
     */
    void landed(SimId sim, long flight, Optional<UsageReport> report, Duration age);

    /**
     * A token newer than a number, or leave to fetch one.
     *
     * @param credentials a digest of the credentials in force: a token of others is none
     * @param newerThan the number of a token that the carrier has refused; 0 for none
     * @param refresh whether the one at hand is about to end, so that another is wanted although it is still good
     * @throws dev.anycarrier.spi.UsageException if the store did not answer
     */
    ClusterToken token(String credentials, long newerThan, boolean refresh);

    /**
     * Ends a fetch with its token.
     *
     * @param fence of the leave to fetch
     * @param age how long ago its request was sent
     * @return the token's number; empty if the leave had ended meanwhile, so that others do not know the token
     * @throws dev.anycarrier.spi.UsageException if the store did not answer
     */
    Optional<Long> fetched(String credentials, long fence, AccessToken token, Duration age);

    /**
     * Ends a fetch without a token.
     *
     * @param pause how long nobody is to try again
     */
    void notFetched(String credentials, long fence, Duration pause);
}
