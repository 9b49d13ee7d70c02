package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.util.Optional;

/**
 * What a carrier allows.
 *
 * @param sim per SIM
 * @param account questions of the account
 * @param token requests for tokens
 */
public record CarrierLimits(Optional<Allowed> sim, Optional<Allowed> account, Optional<Allowed> token) {

    /**
     * At most so many in any span of that length.
     *
     * @param requests how many
     * @param window of what length
     */
    public record Allowed(int requests, Duration window) {

        /** As a setting writes it. */
        public String setting() {
            return requests + "/" + window.toMillis() + "ms";
        }

        Window open() {
            return new Window(requests, window);
        }
    }
}
