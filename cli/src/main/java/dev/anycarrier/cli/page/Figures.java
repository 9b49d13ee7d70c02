package dev.anycarrier.cli.page;

import dev.anycarrier.cli.output.Amount;
import dev.anycarrier.cli.output.AmountText;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the page writes them. */
final class Figures {

    private Figures() {}

    /** A count, its thousands apart. */
    static String count(final long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count, and what is counted. */
    static String count(final long number, final String one, final String more) {
        return count(number) + " " + (number == 1 ? one : more);
    }

    static String sims(final long number) {
        return count(number, "SIM", "SIMs");
    }

    static String amount(final BigInteger amount, final Unit unit) {
        return AmountText.of(new Amount.Known(amount, unit));
    }

    /** A share in percent; never 0 % of something, never 100 % of less than all. */
    static String percent(final BigInteger part, final BigInteger whole) {
        if (whole.signum() == 0) {
            return AmountText.NONE;
        }
        final BigDecimal exact =
                new BigDecimal(part).movePointRight(2).divide(new BigDecimal(whole), 6, RoundingMode.HALF_UP);
        final BigDecimal shown = exact.setScale(exact.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP);
        if (part.signum() > 0 && shown.signum() == 0) {
            return "< 0.1 %";
        }
        if (part.compareTo(whole) < 0 && shown.compareTo(BigDecimal.valueOf(100)) == 0) {
            return "> 99 %";
        }
        return shown.stripTrailingZeros().toPlainString() + " %";
    }

    /** A share, between 0 and 1, for places in drawings alone. */
    static double share(final BigInteger part, final BigInteger whole) {
        return whole.signum() == 0
                ? 0
                : new BigDecimal(part)
                        .divide(new BigDecimal(whole), 9, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    /** A share as a length of SVG. */
    static String length(final double share) {
        final BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(3, RoundingMode.HALF_UP);
        return percent.signum() == 0 ? "0%" : percent.stripTrailingZeros().toPlainString() + "%";
    }

    static String name(final Service service) {
        return switch (service) {
            case DATA -> "Data";
            case VOICE -> "Voice";
            case MESSAGE -> "Messages";
        };
    }
}
