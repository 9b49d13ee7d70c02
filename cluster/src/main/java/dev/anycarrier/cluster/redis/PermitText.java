package dev.anycarrier.cluster.redis;

import java.util.Optional;

/**
 * What has to be known of a permit to give it back.
 *
 * @param number its number: when it was given, in microseconds of the account's clock
 * @param latest until when it may be used
 * @param token whether it is for the token endpoint
 * @param sim the name of the SIM that it counts for
 */
record PermitText(long number, long latest, boolean token, Optional<String> sim) {

    private static final int PARTS = 4;

    String write() {
        return number + " " + latest + " " + (token ? "t" : "a") + " " + sim.orElse("");
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PermitText read(final String text) {
        final String[] parts = text.split(" ", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no permit of this store");
        }
        return new PermitText(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                parts[2].equals("t"),
                Optional.of(parts[3]).filter(name -> !name.isEmpty()));
    }
}
