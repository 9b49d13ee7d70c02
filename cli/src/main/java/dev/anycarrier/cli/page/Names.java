package dev.anycarrier.cli.page;

import dev.anycarrier.cli.digest.Place;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import java.util.Locale;
import java.util.Optional;

/** Words for what has a code. */
final class Names {

    /** What a carrier does not tell. */
    static final String UNTOLD = "not told";

    private Names() {}

    /** A country by its code and, if it is one of ISO 3166, its name in English. */
    static String country(final Optional<String> code) {
        return code.map(Names::country).orElse(UNTOLD);
    }

    private static String country(final String code) {
        if (!code.matches("[A-Za-z]{2}")) {
            return code;
        }
        final String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() || name.equalsIgnoreCase(code) ? code : name + " (" + code + ")";
    }

    static String network(final Place place) {
        return place.network().orElse(UNTOLD);
    }

    static String of(final UsageException.Kind kind) {
        return kind.name();
    }

    /** What a failure means for whoever looks at many. */
    static String meaning(final UsageException.Kind kind) {
        return switch (kind) {
            case REJECTED_INPUT -> "the carrier does not take such an identifier";
            case AUTHENTICATION_FAILED -> "the account's credentials are not taken";
            case PERMISSION_DENIED -> "the account may not ask about it";
            case NOT_FOUND -> "the carrier does not know the SIM";
            case GONE -> "the carrier had the SIM once";
            case UNSUPPORTED -> "the carrier cannot be asked that";
            case TOO_MANY_REQUESTS -> "the carrier's limit is reached";
            case UNAVAILABLE -> "no answer from the carrier";
            case DEADLINE_EXCEEDED -> "no answer in time";
            case CANCELLED -> "the question was taken back";
            case PROTOCOL -> "an answer that is not of the carrier's interface";
            case TOO_LARGE -> "an answer beyond the bounds";
            case INVALID_DATA -> "an answer that cannot be true";
        };
    }

    static String meaning(final SweepOutcome.Reason reason) {
        return switch (reason) {
            case DUPLICATE -> "named before";
            case UNKNOWN_ACCOUNT -> "no account of that name";
            case DEADLINE -> "the sweep's deadline came first";
            case CANCELLED -> "the sweep ended first";
        };
    }
}
