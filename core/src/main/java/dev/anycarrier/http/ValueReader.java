package dev.anycarrier.http;

import dev.anycarrier.spi.UsageException;

/** Reads the one value that comes next, which is not null, and is refused if it is not as promised. Thread-safe. */
interface ValueReader {

    /**
     * The value.
     *
     * @throws UsageException if it is another than promised
     */
    Object read(JsonScanner json);
}
