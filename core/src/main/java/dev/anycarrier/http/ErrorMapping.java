package dev.anycarrier.http;

import dev.anycarrier.spi.UsageException;

/** How a carrier's errors differ from what their status says. Thread-safe. */
@FunctionalInterface
public interface ErrorMapping {

    /**
     * Refines the standard reading of an error.
     *
     * @param error what the carrier answered
     * @param standard what {@link StandardErrors} makes of the status; status and code are already in it
     * @return {@code standard}, or another one made with {@link UsageException.Builder#as}
     */
    UsageException.Builder map(CarrierError error, UsageException.Builder standard);

    /** The standard reading as it is. */
    static ErrorMapping standard() {
        return (error, standard) -> standard;
    }
}
