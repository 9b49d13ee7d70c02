package dev.anycarrier.usage;

import java.util.Objects;
import java.util.Optional;

/**
 * Something a reader of a report should know, although the report is good.
 *
 * @param kind what it is about
 * @param detail one sentence for a person, without secrets or full SIM identifiers
 */
public record UsageWarning(Kind kind, String detail) {

    /** Checks that both parts are there. */
    public UsageWarning {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    /** The warning about a SIM whose ICCID has a wrong check digit; empty for any other. */
    public static Optional<UsageWarning> ofCheckDigit(final SimId sim) {
        return sim instanceof Iccid iccid && !iccid.hasValidCheckDigit()
                ? Optional.of(new UsageWarning(
                        Kind.ICCID_CHECK_DIGIT, "the last digit of ICCID " + iccid + " is not its check digit"))
                : Optional.empty();
    }

    /** What a warning is about. */
    public enum Kind {
        /** The ICCID's last digit is not its Luhn check digit. Real carriers issue such identifiers. */
        ICCID_CHECK_DIGIT,
        /** The carrier sent a fraction of a base unit: remaining was rounded down, total and used up. */
        FRACTION_ROUNDED,
        /** The carrier used a status word that this version does not know. */
        UNKNOWN_STATUS,
        /** The carrier's own numbers disagree in a way that leaves the report usable. */
        INCONSISTENT,
        /** The report was made of the account's records of the month, and these do not name the SIM. */
        NO_RECORDS
    }
}
