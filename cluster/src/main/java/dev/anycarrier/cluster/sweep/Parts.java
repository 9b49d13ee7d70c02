package dev.anycarrier.cluster.sweep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Values one after the other, as bytes. */
final class Parts {

    private Parts() {}

    /** Puts them together. Not thread-safe. */
    static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final DataOutputStream out = new DataOutputStream(bytes);

        byte[] bytes() {
            return bytes.toByteArray();
        }

        void number(final long number) {
            write(() -> out.writeLong(number));
        }

        void count(final int count) {
            write(() -> out.writeInt(count));
        }

        void flag(final boolean flag) {
            write(() -> out.writeBoolean(flag));
        }

        void block(final byte[] block) {
            write(() -> {
                out.writeInt(block.length);
                out.write(block);
            });
        }

        void text(final String text) {
            block(text.getBytes(StandardCharsets.UTF_8));
        }

        void optionalText(final Optional<String> text) {
            flag(text.isPresent());
            text.ifPresent(this::text);
        }

        void word(final Enum<?> word) {
            text(word.name());
        }

        void duration(final Duration duration) {
            number(duration.getSeconds());
            count(duration.getNano());
        }

        private void write(final Writing writing) {
            try {
                writing.write();
            } catch (final IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @FunctionalInterface
        private interface Writing {
            void write() throws IOException;
        }
    }

    /** Takes them apart; throws {@link IllegalArgumentException} where they are not as expected. Not thread-safe. */
    static final class Reader {

        private final DataInputStream in;

        Reader(final byte[] bytes) {
            this.in = new DataInputStream(new ByteArrayInputStream(bytes));
        }

        long number() {
            return read(in::readLong);
        }

        int count() {
            return read(in::readInt);
        }

        boolean flag() {
            return read(in::readBoolean);
        }

        byte[] block() {
            return read(() -> {
                final int length = in.readInt();
                if (length < 0 || length > in.available()) {
                    throw new IOException("a part is longer than the whole");
                }
                return in.readNBytes(length);
            });
        }

        String text() {
            return new String(block(), StandardCharsets.UTF_8);
        }

        Optional<String> optionalText() {
            return flag() ? Optional.of(text()) : Optional.empty();
        }

        <E extends Enum<E>> E word(final Class<E> type) {
            return Enum.valueOf(type, text());
        }

        <E extends Enum<E>> Optional<E> optionalWord(final Class<E> type) {
            return optionalText().map(name -> Enum.valueOf(type, name));
        }

        Optional<Instant> optionalInstant() {
            return optionalText().map(Instant::parse);
        }

        Duration duration() {
            final long seconds = number();
            return Duration.ofSeconds(seconds, count());
        }

        private static <T> T read(final Reading<T> reading) {
            try {
                return reading.read();
            } catch (final IOException e) {
                throw new IllegalArgumentException("an outcome is not as this version keeps it");
            }
        }

        @FunctionalInterface
        private interface Reading<T> {
            T read() throws IOException;
        }
    }
}
