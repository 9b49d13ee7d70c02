package dev.anycarrier.engine;

import dev.anycarrier.engine.limit.SharedAnswer;
import dev.anycarrier.engine.limit.SharedBudget;
import dev.anycarrier.engine.limit.SharedPermit;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.ClusterRequest.Wanted;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import java.util.Optional;

/**
 * A question among several nodes once it has leave for its first request. Each further one goes on only if no other node has
 * begun to ask meanwhile, or knows enough by now: a lease ends while a carrier is slow. For one thread.
 */
final class SharedFlight {

    private final SimId sim;
    private final Wanted wanted;
    private Optional<SharedPermit> first;
    private long number;
    private boolean lost;

    /**
     * A question that may begin.
     *
     * @param first leave for its first request
     */
    SharedFlight(final SimId sim, final Wanted wanted, final SharedPermit first) {
        this.sim = sim;
        this.wanted = wanted;
        this.first = Optional.of(first);
        this.number = first.flight();
    }

    /**
     * Waits until its next request may be sent.
     *
     * @throws UsageException as {@link SharedBudget#acquire}; {@code CANCELLED} if the question is {@linkplain #isLost lost}
     */
    SharedPermit permit(final SharedBudget budget, final Turn turn) {
        final Optional<SharedPermit> begun = first.filter(SharedPermit::isUsable);
        if (begun.isPresent()) {
            first = Optional.empty();
            return begun.get();
        }
        end();
        final SharedAnswer answer = budget.question(sim, wanted.on(number), turn);
        if (!(answer instanceof SharedAnswer.Permitted permitted)) {
            lost = true;
            throw UsageException.of(Kind.CANCELLED, "meanwhile another node asks about this SIM")
                    .build();
        }
        if (permitted.permit().flight() > 0) {
            number = permitted.permit().flight();
        }
        return permitted.permit();
    }

    /** The number of its flight; 0 if the other nodes do not know of it. */
    long number() {
        return number;
    }

    /** Whether it ended since another node asks or has asked, so that it is to begin again with what that one knows. */
    boolean isLost() {
        return lost;
    }

    /** Nothing of it is sent any more. */
    void end() {
        if (first.isPresent()) {
            first.get().notSent();
            first.get().done();
            first = Optional.empty();
        }
    }
}
