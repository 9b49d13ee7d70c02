package dev.anycarrier.cli;

/** The question cannot be asked; the message says why, in a line or a few. */
final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageError(final String message) {
        super(message);
    }
}
