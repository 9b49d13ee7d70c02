package dev.anycarrier.observation;

import dev.anycarrier.AnycarrierListener;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.Sweep;
import dev.anycarrier.call.Priority;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.watch.AttemptStart;
import dev.anycarrier.watch.AttemptWatch;
import dev.anycarrier.watch.CacheUse;
import dev.anycarrier.watch.CallEnd;
import dev.anycarrier.watch.CallStart;
import dev.anycarrier.watch.CallWatch;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What happens as lines of SLF4J, each of them names and values from a fixed list: who was asked, what for, and what came of
 * it. Never a message of an exception, a header, a body or a whole SIM identifier.
 *
 * <ul>
 *   <li>WARN: a call that has failed for good, and a sweep that could not read some of its SIMs.
 *   <li>INFO: a call that was answered with a stale value, one whose failure is an answer (such as {@code not_found}) or was
 *       the caller's wish; accounts and sweeps that begin and end.
 *   <li>DEBUG: every other call, every request whatever came of it, and each SIM of a sweep.
 * </ul>
 *
 * <p>It needs nothing of Micrometer. Thread-safe.
 */
public final class AnycarrierLogs implements AnycarrierListener {

    private static final Set<Kind> ANSWERS =
            EnumSet.of(Kind.REJECTED_INPUT, Kind.NOT_FOUND, Kind.GONE, Kind.UNSUPPORTED, Kind.CANCELLED);

    private final Logger logger;

    private AnycarrierLogs(final Logger logger) {
        this.logger = Objects.requireNonNull(logger, "logger");
    }

    /** To the logger {@code dev.anycarrier}. */
    public static AnycarrierLogs create() {
        return to(LoggerFactory.getLogger("dev.anycarrier"));
    }

    /** To this logger. */
    public static AnycarrierLogs to(final Logger logger) {
        return new AnycarrierLogs(logger);
    }

    @Override
    public CallWatch called(final CallStart start) {
        return new LoggedCall(start);
    }

    @Override
    public AttemptWatch attempted(final AttemptStart start) {
        return end -> {
            if (logger.isDebugEnabled()) {
                logger.debug(new LogLine("request")
                        .with("provider", start.provider())
                        .with("account", start.account())
                        .with("node", start.node())
                        .with("operation", Words.of(start.operation()))
                        .with("outcome", Words.outcome(end))
                        .with("status", Words.status(end))
                        .with("cause", end.cause().map(Words::of))
                        .took(end.took())
                        .toString());
            }
        };
    }

    @Override
    public void opened(final CarrierAccount account) {
        logger.info(account("account opened", account));
    }

    @Override
    public void closed(final CarrierAccount account) {
        logger.info(account("account closed", account));
    }

    private static String account(final String event, final CarrierAccount account) {
        return new LogLine(event)
                .with("provider", account.provider())
                .with("account", account.name())
                .with("node", account.node())
                .toString();
    }

    @Override
    public void sweepBegan(final Sweep sweep) {
        final SweepProgress progress = sweep.progress();
        logger.info(new LogLine("sweep began")
                .with(
                        "total",
                        progress.total().isPresent()
                                ? Optional.of(progress.total().getAsLong())
                                : Optional.empty())
                .toString());
    }

    @Override
    public void sweepEnded(final Sweep sweep) {
        final SweepProgress progress = sweep.progress();
        final LogLine line = new LogLine("sweep ended");
        for (final SweepCount count : SweepCount.values()) {
            line.with(Words.of(count), count.of(progress));
        }
        logger.atLevel(progress.failed() > 0 ? Level.WARN : Level.INFO)
                .log(line.took(progress.elapsed()).toString());
    }

    private final class LoggedCall implements CallWatch {

        private final CallStart start;

        LoggedCall(final CallStart start) {
            this.start = start;
        }

        @Override
        public AttemptWatch attempted(final AttemptStart attempt) {
            return AnycarrierLogs.this.attempted(attempt);
        }

        @Override
        public void ended(final CallEnd end) {
            final Level level = level(end);
            if (logger.isEnabledForLevel(level)) {
                logger.atLevel(level).log(line(end));
            }
        }

        /** A SIM of a sweep may be asked for again, and its sweep says at the end what could not be read. */
        private Level level(final CallEnd end) {
            if (start.priority() == Priority.SWEEP) {
                return Level.DEBUG;
            }
            if (end.failed()) {
                return end.failure()
                                .map(UsageException::kind)
                                .filter(ANSWERS::contains)
                                .isPresent()
                        ? Level.INFO
                        : Level.WARN;
            }
            return end.cache() == CacheUse.STALE ? Level.INFO : Level.DEBUG;
        }

        private String line(final CallEnd end) {
            return new LogLine(end.failed() ? "call failed" : "call answered")
                    .with("provider", start.provider())
                    .with("account", start.account())
                    .with("node", start.node())
                    .with("operation", Words.of(start.operation()))
                    .with("sim", start.sim())
                    .with("cache", Words.of(end.cache()))
                    .with("outcome", Words.outcome(end))
                    .with("kind", end.failure().map(failure -> Words.of(failure.kind())))
                    .with(
                            "cause",
                            end.failure()
                                    .flatMap(UsageException::unavailableCause)
                                    .map(Words::of))
                    .with("status", end.failure().flatMap(LogLine::status))
                    .with("not-before", end.failure().flatMap(UsageException::notBefore))
                    .with("age", end.age())
                    .with("attempts", end.attempts())
                    .took(end.took())
                    .with("correlation", Words.correlationId(start, end))
                    .toString();
        }
    }
}
