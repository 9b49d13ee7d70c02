package dev.anycarrier.testkit.conformance.vector;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.Optional;

/**
 * One way in which a question ends: {@code OK} is the same answer as without the fault; otherwise a kind of failure, for
 * {@code UNAVAILABLE} followed by its cause.
 *
 * @param kind the kind of failure, or empty for {@code OK}
 * @param cause why the carrier is unavailable
 */
public record Ending(Optional<Kind> kind, Optional<UnavailableCause> cause) {

    private static final String OK = "OK";

    /** Reads {@code OK}, {@code PROTOCOL}, {@code UNAVAILABLE NETWORK} and the like. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Ending of(final String text) {
        if (text.equals(OK)) {
            return new Ending(Optional.empty(), Optional.empty());
        }
        final String[] words = text.split(" ", 2);
        final Kind kind = Kind.valueOf(words[0]);
        if ((kind == Kind.UNAVAILABLE) != (words.length == 2)) {
            throw new IllegalArgumentException("UNAVAILABLE, and nothing else, is followed by its cause: " + text);
        }
        return new Ending(
                Optional.of(kind),
                words.length == 2 ? Optional.of(UnavailableCause.valueOf(words[1])) : Optional.empty());
    }

    static Ending of(final UsageException failure) {
        return new Ending(Optional.of(failure.kind()), failure.unavailableCause());
    }

    boolean isOk() {
        return kind.isEmpty();
    }

    /** Whether asking again may help, if nothing else is said about it. */
    boolean retryable() {
        return kind.map(known -> UsageException.of(known, "").build().retryable())
                .orElse(false);
    }

    @Override
    public String toString() {
        return kind.map(Kind::toString).orElse(OK) + cause.map(why -> " " + why).orElse("");
    }
}
