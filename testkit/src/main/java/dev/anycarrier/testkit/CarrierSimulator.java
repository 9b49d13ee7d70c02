package dev.anycarrier.testkit;

/**
 * A carrier that can be simulated on loopback. Found by {@link java.util.ServiceLoader}, so implementations have a
 * public no-argument constructor.
 */
public interface CarrierSimulator {

    /** The identifier of the provider that speaks to this carrier, such as {@code airalo}. */
    String carrier();

    /**
     * Starts the carrier on loopback, in milliseconds. Two with the same options tell the same story.
     *
     * @throws java.io.UncheckedIOException if the port cannot be had
     */
    SimulatedCarrier start(SimulatorOptions options);
}
