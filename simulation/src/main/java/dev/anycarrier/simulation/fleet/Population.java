package dev.anycarrier.simulation.fleet;

import java.util.OptionalLong;

/**
 * The SIMs of a carrier. None is stored: an identifier tells the SIM's number, and everything else follows from seed,
 * number and time.
 *
 * @param seed what they are drawn from
 * @param operator two digits that no other carrier of the fleet has
 * @param size how many there are
 */
public record Population(long seed, int operator, long size) {

    private static final String ISSUER = "8944";
    private static final int ICCID_LENGTH = 19;

    /** The ICCID of a SIM; one beyond the size is of a SIM that the carrier does not know. */
    public String iccid(final long number) {
        final String digits = ISSUER + padded(operator, 2) + padded(number, 12);
        return digits + checkDigit(digits);
    }

    /** The carrier's own identifier of a SIM. */
    public String carrierId(final long number) {
        return padded(number, 9);
    }

    /** The number of the SIM with that ICCID or identifier, or empty if the carrier has none such. */
    OptionalLong find(final String id) {
        final long number;
        try {
            if (id.length() == ICCID_LENGTH) {
                number = Long.parseLong(id.substring(6, 18));
                if (!iccid(number).equals(id)) {
                    return OptionalLong.empty();
                }
            } else {
                number = Long.parseLong(id);
            }
        } catch (final NumberFormatException e) {
            return OptionalLong.empty();
        }
        return number >= 0 && number < size ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private static String padded(final long number, final int length) {
        final String digits = Long.toString(number);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    /** Luhn's. */
    private static int checkDigit(final String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            final int digit = digits.charAt(digits.length() - 1 - i) - '0';
            final int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
