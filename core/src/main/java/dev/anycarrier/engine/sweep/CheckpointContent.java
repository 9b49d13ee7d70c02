package dev.anycarrier.engine.sweep;

import dev.anycarrier.call.InvalidStateException;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a checkpoint says, line by line. A last line without its end was torn by a kill and is not counted. Not thread-safe. */
final class CheckpointContent {

    private static final String BEGIN_ANEW = "remove it to begin anew";

    private final Path file;
    private final Map<String, Acknowledged> lanes = new TreeMap<>();
    private Optional<String> identity = Optional.empty();
    private Optional<String> accounts = Optional.empty();
    private OptionalLong complete = OptionalLong.empty();
    private long lines;
    private long length;

    private CheckpointContent(final Path file) {
        this.file = file;
    }

    /**
     * Reads a checkpoint.
     *
     * @throws InvalidStateException if it is damaged, or no checkpoint of a sweep that this version reads
     */
    static CheckpointContent read(final Path file) {
        final CheckpointContent content = new CheckpointContent(file);
        try (InputStream input = new BufferedInputStream(new FileInputStream(file.toFile()))) {
            content.read(input);
        } catch (final IOException e) {
            throw new InvalidStateException(
                    file, "it cannot be read", "see whether it is a file that you may read and write");
        }
        if (content.identity.isEmpty()) {
            throw new InvalidStateException(file, "it ends before it says what it is of", BEGIN_ANEW);
        }
        return content;
    }

    /** The digest of the identity. */
    String identity() {
        return identity.orElseThrow();
    }

    /** The digest of the accounts' names. */
    Optional<String> accounts() {
        return accounts;
    }

    /** What is acknowledged, by lane. */
    Map<String, Acknowledged> lanes() {
        return lanes;
    }

    /** How many SIMs the complete sweep had, or empty if it is not complete. */
    OptionalLong complete() {
        return complete;
    }

    /** How many bytes of the file are whole lines. */
    long length() {
        return length;
    }

    private void read(final InputStream input) throws IOException {
        final byte[] line = new byte[CheckpointLine.LONGEST];
        int size = 0;
        for (int next = input.read(); next >= 0; next = input.read()) {
            if (next == '\n') {
                lines++;
                length += size + 1;
                line(new String(line, 0, size, StandardCharsets.ISO_8859_1));
                size = 0;
            } else if (size < line.length) {
                line[size++] = (byte) next;
            } else {
                throw lines == 0 ? foreign() : damaged(lines + 1);
            }
        }
        if (lines == 0) {
            throw foreign();
        }
    }

    private void line(final String line) {
        if (lines == 1) {
            first(line);
            return;
        }
        final String[] words = CheckpointLine.words(line).orElseThrow(() -> damaged(lines));
        final Supplier<InvalidStateException> damaged = () -> damaged(lines);
        if (lines == 2) {
            identity = Optional.of(word(words, CheckpointLine.IDENTITY, 2, damaged)[1]);
            return;
        }
        switch (words[0]) {
            case CheckpointLine.ACCOUNTS -> accounts(word(words, CheckpointLine.ACCOUNTS, 2, damaged)[1]);
            case CheckpointLine.LANE -> lane(word(words, CheckpointLine.LANE, 4, damaged));
            case CheckpointLine.COMPLETE ->
                complete = OptionalLong.of(number(word(words, CheckpointLine.COMPLETE, 2, damaged)[1]));
            default -> throw damaged.get();
        }
    }

    private void first(final String line) {
        final String[] words = line.split(" ", -1);
        if (words.length != 2 || !words[0].equals(CheckpointLine.NAME) || !words[1].matches("[0-9]{1,9}")) {
            throw foreign();
        }
        if (!words[1].equals(CheckpointLine.VERSION)) {
            throw new InvalidStateException(
                    file,
                    "it is of format " + words[1] + ", and this version reads " + CheckpointLine.VERSION,
                    "use the version that wrote it, or remove it to begin anew");
        }
    }

    /** With other accounts, what was skipped for want of an account is to be looked at again. */
    private void accounts(final String digest) {
        if (accounts.isPresent() && !accounts.get().equals(digest)) {
            lanes.remove(Lane.UNKNOWN_ACCOUNTS);
            complete = OptionalLong.empty();
        }
        accounts = Optional.of(digest);
    }

    private void lane(final String[] words) {
        final long from = number(words[2]);
        final long to = number(words[3]);
        final Acknowledged lane = lanes.computeIfAbsent(words[1], name -> new Acknowledged());
        if (from >= to || (from > 0 && !lane.hasRoom(to))) {
            throw damaged(lines);
        }
        lane.add(from, to);
    }

    private long number(final String word) {
        if (!word.matches("[0-9]{1,18}")) {
            throw damaged(lines);
        }
        return Long.parseLong(word);
    }

    private static String[] word(
            final String[] words, final String kind, final int count, final Supplier<InvalidStateException> damaged) {
        if (words.length != count || !words[0].equals(kind)) {
            throw damaged.get();
        }
        return words;
    }

    private InvalidStateException damaged(final long number) {
        return new InvalidStateException(file, "line " + number + " is damaged", BEGIN_ANEW);
    }

    private InvalidStateException foreign() {
        return new InvalidStateException(file, "it is no checkpoint of a sweep", "name another file");
    }
}
