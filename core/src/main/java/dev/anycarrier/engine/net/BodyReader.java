package dev.anycarrier.engine.net;

import java.io.IOException;

/** Reads the whole body of an answer as it came over the wire, up to a bound. */
final class BodyReader {

    private BodyReader() {}

    static byte[] read(final InputBuffer input, final Framing framing, final int bound) throws IOException {
        if (framing instanceof Framing.Length length) {
            return readLength(input, length.bytes(), bound);
        }
        if (framing instanceof Framing.Chunked) {
            return ChunkedReader.read(input, bound);
        }
        return new byte[0];
    }

    private static byte[] readLength(final InputBuffer input, final long length, final int bound) throws IOException {
        final BodyBuffer body = new BodyBuffer(bound, length);
        if (body.isTooSmallFor(length)) {
            throw input.peer().sentMoreThan(bound, "bytes of body");
        }
        body.readFrom(input, length);
        return body.toBytes();
    }
}
