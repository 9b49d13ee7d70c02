package dev.anycarrier.cluster.proof.law;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    private static void check(
            final String what,
            final List<Ledger.Entry> arrivals,
            final RateLimit limit,
            final Evidence evidence,
            final Consumer<String> broken) {
        for (int last = limit.requests(); last < arrivals.size(); last++) {
            final Ledger.Entry first = arrivals.get(last - limit.requests());
            final Duration span =
                    Duration.between(first.time(), arrivals.get(last).time());
            if (span.compareTo(limit.window()) < 0) {
                broken.accept(limit.requests() + 1 + " requests for " + what + " within " + span.toMillis()
                        + " ms, from " + evidence.at(first.time()) + " on");
            }
        }
    }
}
