package dev.anycarrier.testkit.fault;

import java.io.IOException;

/** One thing a {@link Script} does to a connection. */
@FunctionalInterface
interface Step {

    /**
     * Does it.
     *
     * @throws IOException if the client has gone; the script ends
     * @throws InterruptedException if the server is being closed; the script ends
     */
    void run(Connection connection) throws IOException, InterruptedException;
}
