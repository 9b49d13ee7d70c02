package dev.anycarrier.settings;

import dev.anycarrier.spi.SecretSource;

/** A value as it was given, before it is known what it is for. Shows where it came from, never itself. */
sealed interface GivenValue {

    /** Where the value came from, for people. */
    String origin();

    /** A text. */
    record Text(String text, String origin) implements GivenValue {
        @Override
        public String toString() {
            return "text from " + origin;
        }
    }

    /** A secret that may change while the process runs. */
    record Source(SecretSource source, String origin) implements GivenValue {
        @Override
        public String toString() {
            return "secret from " + origin;
        }
    }

    /** A value that could not be made out, and why; only a problem if no stronger layer hides it. */
    record Unusable(String problem, String origin) implements GivenValue {}
}
