package dev.anycarrier.cli;

/** Standard output cannot be written any more. */
final class OutputError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputError() {
        super("standard output cannot be written");
    }
}
