package dev.anycarrier.engine;

import dev.anycarrier.engine.limit.SharedPermit;
import java.util.Optional;

/** The permit that a question among several nodes begins with, for its first request. For one thread. */
final class FirstPermit {

    private Optional<SharedPermit> permit;

    FirstPermit(final SharedPermit permit) {
        this.permit = Optional.of(permit);
    }

    /** The permit, once, and if it can still be used. */
    Optional<SharedPermit> take() {
        if (permit.isPresent() && !permit.get().isUsable()) {
            end();
        }
        final Optional<SharedPermit> taken = permit;
        permit = Optional.empty();
        return taken;
    }

    /** Nobody takes it any more. */
    void end() {
        if (permit.isPresent()) {
            permit.get().notSent();
            permit.get().done();
            permit = Optional.empty();
        }
    }
}
