package dev.anycarrier.cluster.proof.law;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Any span of a limit's length, wherever it begins. */
final class Windows {

    private static final int UNAUTHENTICATED = 401;

    private Windows() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        for (final RateLimit limit : evidence.terms().limits()) {
            counted(limit.scope(), evidence)
                    .forEach((what, arrivals) -> check(what, arrivals, limit, evidence, broken));
        }
    }

    private static Map<String, List<Ledger.Entry>> counted(final LimitScope scope, final Evidence evidence) {
        return switch (scope) {
            case ACCOUNT -> Map.of("the account", evidence.arrivals(Purpose.USAGE));
            case TOKEN_ENDPOINT -> Map.of("the token endpoint", evidence.arrivals(Purpose.TOKEN));
            case SIM ->
                evidence.arrivals(Purpose.USAGE).stream()
                        .filter(entry -> entry.status() != UNAUTHENTICATED)
                        .collect(Collectors.groupingBy(
                                entry -> "SIM " + entry.sim().orElse("of no name"), TreeMap::new, Collectors.toList()));
        };
    }

    /** The shortest span that one request more than the limit allows arrived in; empty if there were never so many. */
    static Optional<Duration> closest(final RateLimit limit, final Evidence evidence) {
        return counted(limit.scope(), evidence).values().stream()
                .flatMap(arrivals -> IntStream.range(limit.requests(), arrivals.size())
                        .mapToObj(last -> span(arrivals, last, limit)))
                .min(Comparator.naturalOrder());
    }

    private static void check(
            final String what,
            final List<Ledger.Entry> arrivals,
            final RateLimit limit,
            final Evidence evidence,
            final Consumer<String> broken) {
        for (int last = limit.requests(); last < arrivals.size(); last++) {
            final Duration span = span(arrivals, last, limit);
            if (span.compareTo(limit.window()) < 0) {
                broken.accept(limit.requests() + 1 + " requests for " + what + " within " + span.toMillis() + " ms, up to "
                        + evidence.at(arrivals.get(last).time()));
            }
        }
    }

    private static Duration span(final List<Ledger.Entry> arrivals, final int last, final RateLimit limit) {
        return Duration.between(
                arrivals.get(last - limit.requests()).time(), arrivals.get(last).time());
    }
}
