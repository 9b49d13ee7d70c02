package dev.anycarrier.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.util.ArrayList;
import java.util.List;

/** Judges by what was written and what is under way, with nothing but lists. */
final class Carrier {

    private final List<RateLimit> limits;
    private final List<Request> requests = new ArrayList<>();

    Carrier(final List<RateLimit> limits) {
        this.limits = limits;
    }

    /** One request, from its permit on. */
    static final class Request {
        final boolean token;
        final int sim;
        boolean written;
        long writtenAt;
        boolean reported;
        long reportedAt;
        boolean countsForSim = true;

        Request(final boolean token, final int sim) {
            this.token = token;
            this.sim = sim;
        }
    }

    Request granted(final boolean token, final int sim) {
        final Request request = new Request(token, sim);
        requests.add(request);
        return request;
    }

    void notSent(final Request request) {
        requests.remove(request);
    }

    /** Judges one writing against every limit it belongs to. */
    void written(final Request request, final long now) {
        request.written = true;
        request.writtenAt = now;
        for (final RateLimit limit : limits) {
            if (belongs(limit, request.token, request.sim)) {
                final long inWindow = requests.stream()
                        .filter(other -> counts(limit, other, request.token, request.sim) && other.written)
                        .filter(other -> now - other.writtenAt < limit.window().toNanos())
                        .count();
                assertThat(inWindow).as("%s at %s", limit, now).isLessThanOrEqualTo(limit.requests());
            }
        }
    }

    /** Whether one more could be granted as far as the limits of that kind go. */
    boolean isFree(final boolean ofSim, final boolean token, final int sim, final long now) {
        return limits.stream()
                .filter(limit -> (limit.scope() == LimitScope.SIM) == ofSim && belongs(limit, token, sim))
                .allMatch(limit -> requests.stream()
                                .filter(other -> counts(limit, other, token, sim))
                                .filter(other -> !other.reported
                                        || now - other.reportedAt
                                                < limit.window().toNanos())
                                .count()
                        < limit.requests());
    }

    void forgetBefore(final long time) {
        requests.removeIf(request -> request.reported && request.reportedAt - time < 0);
    }

    private static boolean belongs(final RateLimit limit, final boolean token, final int sim) {
        return switch (limit.scope()) {
            case TOKEN_ENDPOINT -> token;
            case ACCOUNT -> !token;
            case SIM -> !token && sim >= 0;
        };
    }

    private static boolean counts(final RateLimit limit, final Request other, final boolean token, final int sim) {
        return other.token == token && (limit.scope() != LimitScope.SIM || (other.sim == sim && other.countsForSim));
    }
}
