/**
 * A network that misbehaves by the dice, to try one's own error handling with: whole platforms, sweeps, dashboards.
 *
 * <pre>{@code
 * Anycarrier carriers = Anycarrier.builder()
 *         .settings(settings)
 *         .factory(Chaos.around(new AcmeProviderFactory(), ChaosOptions.seeded(42).withProbability(0.2)))
 *         .build();
 * }</pre>
 *
 * <p>The same seed throws the same faults. Where one certain fault is wanted, byte by byte and on a real socket, {@link
 * dev.anycarrier.testkit.fault.FaultServer} is the tool:
 *
 * <pre>{@code
 * try (FaultServer carrier = FaultServer.start(Script.accept()
 *         .readRequest()
 *         .write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n[")
 *         .reset())) {
 *     // an account whose address is carrier.address() is UNAVAILABLE by the NETWORK
 * }
 * }</pre>
 */
@NullMarked
package dev.anycarrier.testkit.chaos;

import org.jspecify.annotations.NullMarked;
