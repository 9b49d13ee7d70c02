package dev.anycarrier.cli;

import dev.anycarrier.cli.output.Printable;
import dev.anycarrier.usage.SimRef;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The SIMs that a sweep is given: a file, read anew and lazily each time. What can be read only once (standard input, a
 * pipe) is first copied to a private file, which is gone when this is closed.
 */
final class SimInput implements Iterable<SimRef>, AutoCloseable {

    private static final String STANDARD_INPUT = "-";

    private final String name;
    private final Path file;
    private final boolean copied;
    private final Version version;

    private SimInput(final String name, final Path file, final boolean copied) throws IOException {
        this.name = name;
        this.file = file;
        this.copied = copied;
        this.version = Version.of(file);
    }

    /**
     * Finds the file, or copies what can be read only once.
     *
     * @throws UsageError if there is no such file, or it cannot be read
     */
    static SimInput open(final Surroundings surroundings, final String name) {
        try {
            if (name.equals(STANDARD_INPUT)) {
                return copy("standard input", surroundings.in(), surroundings);
            }
            final Path file = surroundings.workingDirectory().resolve(name);
            if (Files.isDirectory(file)) {
                throw new UsageError(name + " is a folder; name a file with one account:sim a line");
            }
            if (Files.isRegularFile(file)) {
                return new SimInput(name, file, false);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return copy(name, in, surroundings);
            }
        } catch (final IOException e) {
            throw unreadable(name, e);
        }
    }

    /** How messages name it. */
    String name() {
        return Printable.of(name);
    }

    /** The file beside which a checkpoint can stand; empty if this is a copy of what can be read only once. */
    Optional<Path> lastingFile() {
        return copied ? Optional.empty() : Optional.of(file);
    }

    /**
     * Reads everything once.
     *
     * @param accounts the accounts that there are
     * @param problems is told every line that names no SIM, or a SIM of an account that there is not
     * @throws UsageError if the file cannot be read
     */
    SimCount count(final Collection<String> accounts, final LineProblems problems) {
        final MessageDigest digest = sha256();
        long sims = 0;
        long bad = 0;
        try (InputLines lines = lines(new DigestInputStream(Files.newInputStream(file), digest))) {
            Optional<InputLine> next = lines.next();
            while (next.isPresent()) {
                if (next.get() instanceof InputLine.Bad line) {
                    bad++;
                    problems.add(line.number(), line.problem());
                } else if (next.get() instanceof InputLine.Sim line) {
                    sims++;
                    if (!accounts.contains(line.sim().account())) {
                        problems.add(
                                line.number(),
                                "there is no account '" + line.sim().account() + "'; known are "
                                        + String.join(", ", accounts));
                    }
                }
                next = lines.next();
            }
        } catch (final IOException e) {
            throw unreadable(name, e);
        }
        return new SimCount(sims, bad, "sha256:" + HexFormat.of().formatHex(digest.digest()));
    }

    /** Tells the numbers of the lines that name the SIMs at these positions, which are in ascending order. */
    void locate(final Iterable<Long> positions, final LongConsumer eachLine) {
        try (InputLines lines = lines(Files.newInputStream(file))) {
            long position = -1;
            for (final long wanted : positions) {
                InputLine line = lines.next().orElseThrow();
                while (line instanceof InputLine.Bad || ++position < wanted) {
                    line = lines.next().orElseThrow();
                }
                eachLine.accept(line.number());
            }
        } catch (final IOException e) {
            throw unreadable(name, e);
        }
    }

    /** The SIMs in their order, without the lines that name none; ends in a {@link UsageError} if the file has changed. */
    @Override
    public SimIterator iterator() {
        try {
            requireUnchanged();
            return new SimIterator(lines(Files.newInputStream(file)), this);
        } catch (final IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Checks that everybody who reads it has read the same. */
    void requireUnchanged() throws IOException {
        if (!Version.of(file).equals(version)) {
            throw new UsageError(name() + " has changed while it was read; begin anew when it stands still");
        }
    }

    /** Why it could not be read. */
    static UsageError unreadable(final String name, final IOException failure) {
        final String problem = failure instanceof NoSuchFileException ? "there is no such file" : failure.toString();
        return new UsageError(Printable.of(name) + " cannot be read: " + problem);
    }

    @Override
    public void close() {
        if (copied) {
            try {
                Files.deleteIfExists(file);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static SimInput copy(final String name, final InputStream in, final Surroundings surroundings)
            throws IOException {
        // Only its owner can read a temporary file.
        final Path file = Files.createTempFile(surroundings.temporaryFolder(), "anycarrier-", ".sims");
        try (OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
            out.flush();
            return new SimInput(name, file, true);
        } catch (final IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static InputLines lines(final InputStream in) {
        return new InputLines(new BufferedInputStream(in));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What changes when somebody writes to the file. */
    private record Version(long size, FileTime time) {

        static Version of(final Path file) throws IOException {
            final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(attributes.size(), attributes.lastModifiedTime());
        }
    }
}
