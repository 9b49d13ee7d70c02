package dev.anycarrier.cli;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that nothing can be written to: a full disk, or a pipe behind which the program has ended. */
final class FullDisk extends OutputStream {

    @Override
    public void write(final int octet) throws IOException {
        throw new IOException("no space left");
    }
}
