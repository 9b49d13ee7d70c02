package dev.anycarrier.engine.flight;

import java.util.Optional;

/**
 * A place on a flight.
 *
 * @param flight the one that was boarded, which may have landed
 * @param first whether the flight has to be started
 * @param changed whom to tell that others are aboard now
 * @param displaced who still runs a flight that had its time
 */
record Boarding<T>(SharedFlight<T> flight, boolean first, Optional<Runnable> changed, Optional<Runnable> displaced) {}
