package dev.anycarrier.simulation.fleet;

import java.util.Optional;

/** Is told when a fault hits a request. */
@FunctionalInterface
public interface FaultListener {

    /**
     * A request is hit.
     *
     * @param sim the SIM that it is about, as the request names it
     */
    void hit(Fault fault, Optional<String> sim);
}
