package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.fleet.FaultKind.Place;

/** Which fault can meet which state. */
final class Reachable {

    private Reachable() {}

    static boolean is(final FaultKind kind, final ClientState state) {
        return switch (state) {
            // Onomondo alone has pages, and it has neither tokens nor an interval within which values are not asked for.
            case TOKEN_OVER -> kind.place() != Place.PAGE;
            default -> true;
        };
    }
}
