package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.fleet.FaultKind.Place;

/** Which fault can meet which state. */
final class Reachable {

    private Reachable() {}

    static boolean is(final FaultKind kind, final ClientState state) {
        return switch (state) {
            // Onomondo alone has pages. It has no tokens, and no limit but the account's: nothing is sent while that is
            // held.
            case TOKEN_OVER, HELD -> kind.place() != Place.PAGE;
            default -> true;
        };
    }
}
