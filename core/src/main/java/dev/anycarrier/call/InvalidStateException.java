package dev.anycarrier.call;

import java.nio.file.Path;

/**
 * A file in which something is kept between runs cannot be used: it is damaged, foreign, of a newer version, open to
 * others, or in use by another process. The message names the file, what is wrong and what to do; it never holds a secret
 * or a SIM identifier.
 */
public final class InvalidStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception about one file.
     *
     * @param file the file
     * @param problem what is wrong, one clause, with the line if it is about one
     * @param advice what to do, an imperative clause
     */
    public InvalidStateException(final Path file, final String problem, final String advice) {
        super(file + " cannot be used: " + problem + "; " + advice);
    }
}
