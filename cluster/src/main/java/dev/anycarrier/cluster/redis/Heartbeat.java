package dev.anycarrier.cluster.redis;

import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells Redis every second, once this node has asked for anything, that it is there and what for. Thread-safe. */
final class Heartbeat {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** A node that has not been heard of for so long is forgotten. */
    static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final RedisSettings settings;
    private final RedisLink link;
    private final TimeSource time;
    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile long lag;

    Heartbeat(final RedisSettings settings, final RedisLink link, final TimeSource time) {
        this.settings = settings;
        this.link = link;
        this.time = time;
    }

    /** This node has something to do with an account. */
    void account(final String account, final ClusterTerms terms) {
        accounts.put(account, LimitText.write(terms.limits(), settings.slack()));
    }

    /** Begins, if it has not yet. */
    void begin() {
        if (!begun.get() && begun.compareAndSet(false, true)) {
            link.repeat(this::beat, PERIOD);
        }
    }

    private void beat() {
        final Arguments keys = new Arguments()
                .text(AccountKeys.nodes(settings.prefix()))
                .text(AccountKeys.accounts(settings.prefix()));
        final Arguments arguments =
                new Arguments().text(settings.node()).number(lag).number(Micros.atLeast(REMEMBERED));
        accounts.forEach((account, limits) -> arguments.text(account).text(limits));
        final long start = time.nanoTime();
        link.sessionNow()
                .ifPresent(session -> session.tell(Script.BEAT, keys, arguments)
                        .thenRun(() -> lag = Micros.atLeast(Duration.ofNanos(time.nanoTime() - start))));
    }
}
