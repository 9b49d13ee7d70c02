package dev.anycarrier.spi;

/** Composes a {@link UsageException}'s message: what was asked, of whom, what came back, what to do. */
final class UsageExceptionMessage {

    /** The carrier was not asked, and cannot help. */
    private static final String ADVICE_HERE = "try again; if it stays, look at what this process runs on";

    private UsageExceptionMessage() {}

    static String of(final UsageException.Builder parts) {
        final StringBuilder message = new StringBuilder(160).append(parts.kind);
        if (parts.unavailableCause != null) {
            message.append(" (").append(parts.unavailableCause).append(')');
        }
        message.append(": ");
        if (parts.question != null) {
            message.append(parts.question);
        }
        if (parts.account != null) {
            message.append(parts.question == null ? "account " : " from account ")
                    .append(parts.account);
        }
        if (parts.provider != null) {
            message.append(" (").append(parts.provider).append(')');
        }
        if (parts.question != null || parts.account != null || parts.provider != null) {
            message.append(": ");
        }
        message.append(parts.detail);
        if (parts.carrierCode != null) {
            message.append(", carrier code ").append(parts.carrierCode);
        }
        if (parts.limitScope != null) {
            message.append(", limit per ").append(parts.limitScope);
        }
        if (parts.notBefore != null) {
            message.append(", not before ").append(parts.notBefore);
        }
        message.append("; ")
                .append(parts.unavailableCause == UnavailableCause.LOCAL ? ADVICE_HERE : parts.kind.advice());
        if (parts.correlationId != null) {
            message.append(" [").append(parts.correlationId).append(']');
        }
        return message.toString();
    }
}
