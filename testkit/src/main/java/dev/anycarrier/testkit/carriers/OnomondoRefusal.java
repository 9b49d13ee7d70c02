package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.SimulatorAnswer;

/** Ends the handling of a request that Onomondo refuses. */
final class OnomondoRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    OnomondoRefusal(final int status, final String error) {
        super(error);
        this.status = status;
    }

    SimulatorAnswer answer() {
        return SimulatorAnswer.of(status, "{\"error\":\"%s\"}".formatted(getMessage()));
    }
}
