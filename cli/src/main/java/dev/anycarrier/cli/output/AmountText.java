package dev.anycarrier.cli.output;

import dev.anycarrier.usage.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * Amounts as people read them: data in binary units with one decimal, rounded half up; voice in minutes and seconds;
 * messages as they are.
 */
public final class AmountText {

    /** How an amount without limit is written. */
    public static final String UNLIMITED = "unlimited";

    /** How an amount is written that the carrier does not tell. */
    public static final String UNKNOWN = "?";

    /** How it is written that there is no such thing. */
    public static final String NONE = "–";

    private static final List<String> BINARY_UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    private static final BigInteger SECONDS_A_MINUTE = BigInteger.valueOf(60);

    private AmountText() {}

    /** The amount with its unit, such as {@code 1.5 GiB}, {@code 90 min} or {@code 12 messages}. */
    public static String of(final Amount amount) {
        if (!(amount instanceof Amount.Known known)) {
            return bare(amount);
        }
        return switch (known.unit()) {
            case BYTES -> data(known.amount());
            case SECONDS -> minutes(known.amount()) + " min";
            case MESSAGES -> known.amount() + (known.amount().equals(BigInteger.ONE) ? " message" : " messages");
        };
    }

    /** The amount for a column whose heading names minutes or messages; data keeps its unit. */
    public static String bare(final Amount amount) {
        if (amount instanceof Amount.Known known) {
            return switch (known.unit()) {
                case BYTES -> data(known.amount());
                case SECONDS -> minutes(known.amount());
                case MESSAGES -> known.amount().toString();
            };
        }
        if (amount instanceof Amount.Unlimited) {
            return UNLIMITED;
        }
        return amount instanceof Amount.Unknown ? UNKNOWN : NONE;
    }

    /** The unit of bare numbers, for headings: empty for data, whose numbers always carry theirs. */
    public static String unit(final Unit unit) {
        return switch (unit) {
            case BYTES -> "";
            case SECONDS -> "min";
            case MESSAGES -> "messages";
        };
    }

    private static String data(final BigInteger bytes) {
        BigDecimal shown = new BigDecimal(bytes);
        if (shown.compareTo(STEP) < 0) {
            return bytes + " B";
        }
        String unit = "B";
        for (final String larger : BINARY_UNITS) {
            if (rounded(shown).compareTo(STEP) < 0) {
                break;
            }
            shown = shown.divide(STEP);
            unit = larger;
        }
        return rounded(shown).toPlainString() + " " + unit;
    }

    private static BigDecimal rounded(final BigDecimal amount) {
        return amount.setScale(1, RoundingMode.HALF_UP);
    }

    private static String minutes(final BigInteger seconds) {
        final BigInteger[] parts = seconds.divideAndRemainder(SECONDS_A_MINUTE);
        return parts[1].signum() == 0 ? parts[0].toString() : "%d:%02d".formatted(parts[0], parts[1]);
    }
}
