package dev.anycarrier.cli.output;

import java.util.Objects;
import java.util.Optional;

/**
 * What one check of {@code doctor} came to.
 *
 * @param account the account it is about; empty if it is about none of them alone
 * @param check what was looked at
 * @param result what it came to
 * @param detail what was seen, in a line
 */
public record Finding(Optional<String> account, Check check, Result result, String detail) {

    /** Checks that no part is {@code null}. */
    public Finding {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(detail, "detail");
    }

    /** What is looked at. */
    public enum Check {
        /** Whether the settings can be used. */
        SETTINGS,
        /** Whether every plugin can be. */
        PLUGINS,
        /** Whether what is kept between runs can be. */
        STATE,
        /** Whether the carrier answers. */
        REACHABILITY,
        /** Whether it accepts the credentials. */
        AUTHENTICATION,
        /** Whether it has the same time. */
        CLOCK,
        /** Whether its limits let a question pass now. */
        LIMITS
    }

    /** What it comes to. */
    public enum Result {
        /** As it should be. */
        OK(Colour.GREEN),
        /** It may do harm some day. */
        WARNING(Colour.YELLOW),
        /** Something does not work. */
        FAILED(Colour.RED),
        /** It could not be found out. */
        UNKNOWN(Colour.FAINT);

        private final Colour colour;

        Result(final Colour colour) {
            this.colour = colour;
        }

        Colour colour() {
            return colour;
        }
    }
}
