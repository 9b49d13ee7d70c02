package dev.anycarrier.testing.nodes;

import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.engine.port.LocalShare;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store in memory, on a clock of its own, that can be away, be slow, forget everything and not hear what it is told. The
 * connections of the nodes to it are its {@link #node nodes}.
 */
public final class MemoryCluster {

    public static final Duration SLACK = Duration.ofMillis(500);

    private final World world;
    private final Map<String, MemoryAccount> accounts = new HashMap<>();
    private final Map<String, ClusterTerms> terms = new HashMap<>();
    private Duration oneWay = Duration.ZERO;
    private boolean away;
    private boolean losesAnswers;
    private boolean forgotten;
    private int asked;
    private int sharers;
    private int places;

    public MemoryCluster(final World world) {
        this.world = world;
    }

    /** One node's connection. */
    public Node node(final String name) {
        return new Node(name);
    }

    /** Nodes opened from now on have their share among so many, and are the first, the second and so on of them. */
    public void sharedAmong(final int nodes) {
        sharers = nodes;
    }

    /** From now on nobody gets an answer, or everybody again. */
    public void away(final boolean now) {
        away = now;
    }

    /** From now on what is asked is done, and nobody learns of it. */
    public void losesAnswers(final boolean now) {
        losesAnswers = now;
    }

    /** How long everything takes to get there, and back. */
    public void slow(final Duration newOneWay) {
        oneWay = newOneWay;
    }

    /** It was started again, empty. */
    public void forgets() {
        accounts.clear();
        forgotten = true;
    }

    /** How often it was asked for leave. */
    public int asked() {
        return asked;
    }

    private MemoryAccount account(final String key) {
        final MemoryAccount account = accounts.computeIfAbsent(key, its -> new MemoryAccount(world, SLACK, forgotten));
        account.terms(terms.get(key));
        return account;
    }

    private <T> T answer(final Supplier<T> question) {
        requireThere(!away);
        world.pass(oneWay);
        final T answer = question.get();
        world.pass(oneWay);
        requireThere(!losesAnswers);
        return answer;
    }

    private static void requireThere(final boolean there) {
        if (!there) {
            throw UsageException.unavailable(UnavailableCause.LOCAL, "the store gives no answer")
                    .build();
        }
    }

    /** One node's connection to the store. */
    public final class Node implements Cluster {

        private final String name;
        private final Optional<LocalShare> share;
        private boolean mute;
        private boolean closed;

        private Node(final String name) {
            this.name = name;
            this.share = sharers == 0 ? Optional.empty() : Optional.of(new LocalShare(places++ % sharers + 1, sharers));
        }

        /** From now on nothing that this node tells arrives, as if it had died. */
        public void mute() {
            mute = true;
        }

        public boolean isClosed() {
            return closed;
        }

        @Override
        public String node() {
            return name;
        }

        @Override
        public Optional<LocalShare> localShare() {
            return share;
        }

        @Override
        public Duration slack() {
            return SLACK;
        }

        @Override
        public ClusterAccount account(final String account, final ClusterTerms itsTerms) {
            terms.put(account, itsTerms);
            return new Connected(account, this);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class Connected implements ClusterAccount {

        private final String key;
        private final Node node;

        Connected(final String key, final Node node) {
            this.key = key;
            this.node = node;
        }

        @Override
        public ClusterAnswer ask(final ClusterRequest request) {
            asked++;
            return answer(() -> account(key).ask(request));
        }

        @Override
        public Optional<ClusterAnswer.Known> look(final SimId sim) {
            return answer(() -> account(key).look(sim));
        }

        @Override
        public void notSent(final ClusterAnswer.Granted permit) {
            tell(() -> account(key).notSent(permit));
        }

        @Override
        public void giveBackForSim(final ClusterAnswer.Granted permit) {
            tell(() -> account(key).giveBackForSim(permit));
        }

        @Override
        public void hold(final LimitScope scope, final Optional<SimId> sim, final Duration length) {
            tell(() -> account(key).hold(scope, sim, length));
        }

        @Override
        public void landed(final SimId sim, final long flight, final Optional<UsageReport> report, final Duration age) {
            tell(() -> account(key).landed(sim, flight, report, age));
        }

        @Override
        public ClusterToken token(final String credentials, final long newerThan, final boolean refresh) {
            return answer(() -> account(key).tokens().token(credentials, newerThan));
        }

        @Override
        public Optional<Long> fetched(
                final String credentials, final long fence, final AccessToken token, final Duration age) {
            return node.mute
                    ? Optional.empty()
                    : answer(() -> account(key).tokens().fetched(credentials, fence, token, age));
        }

        @Override
        public void notFetched(final String credentials, final long fence, final Duration pause) {
            tell(() -> account(key).tokens().notFetched(credentials, fence, pause));
        }

        private void tell(final Runnable news) {
            if (!away && !node.mute) {
                news.run();
            }
        }
    }
}
