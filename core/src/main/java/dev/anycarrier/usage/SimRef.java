package dev.anycarrier.usage;

import java.util.Objects;

/**
 * A SIM and the account it is asked for under, written {@code account:id}.
 *
 * @param account the configured name of the account: 1 to 64 lower-case letters, digits and inner {@code -}
 * @param sim the SIM's identifier at the carrier
 */
public record SimRef(String account, SimId sim) {

    private static final int LONGEST_ACCOUNT = 64;

    /**
     * Checks the account's name.
     *
     * @throws IllegalArgumentException if it is not valid
     */
    public SimRef {
        Objects.requireNonNull(sim, "sim");
        if (!isAccountName(account)) {
            throw new IllegalArgumentException(
                    "an account's name has 1 to 64 lower-case letters, digits and inner '-'");
        }
    }

    /**
     * Reads {@code account:id}, as in {@code airalo-eu:8944465400000217735}.
     *
     * @throws IllegalArgumentException if there is no colon, or either part is not valid
     */
    public static SimRef parse(final String text) {
        final int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a SIM is written account:id, as in airalo:8944465400000217735");
        }
        return new SimRef(text.substring(0, colon), SimId.parse(text.substring(colon + 1)));
    }

    /** Whether the text can be the name of an account. */
    public static boolean isAccountName(final String text) {
        final int last = text.length() - 1;
        if (last < 0 || last >= LONGEST_ACCOUNT || text.charAt(0) == '-' || text.charAt(last) == '-') {
            return false;
        }
        for (int index = 0; index <= last; index++) {
            if (!isOfAccount(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfAccount(final char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '-';
    }

    /** The account and the masked identifier, for logs. */
    @Override
    public String toString() {
        return account + ":" + sim;
    }
}
