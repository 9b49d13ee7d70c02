package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Processes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Everything that is measured, one after the other, as one table. */
public final class Benchmarks {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Benchmarks() {}

    /** Runs it; ends with 1 if a measurement failed, which a missed goal is not, and with 2 if the options are wrong. */
    public static void main(final String... arguments) throws IOException {
        final PrintStream out = utf8(FileDescriptor.out);
        final PrintStream err = utf8(FileDescriptor.err);
        final Options options;
        try {
            options = Options.parse(arguments);
        } catch (final IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(Options.USAGE);
            System.exit(WRONG_USE);
            return;
        }
        System.exit(run(options, out, err));
    }

    /** Runs it; returns the exit code. */
    static int run(final Options options, final PrintStream out, final PrintStream err) throws IOException {
        final Report report = new Runner(err).run(Measurements.all(), options, new Processes());
        out.print(TextReport.of(report));
        out.flush();
        if (options.json().isPresent()) {
            write(options.json().get(), JsonReport.of(report));
        }
        if (options.markdown().isPresent()) {
            final Path document = options.markdown().get();
            write(document, MarkdownReport.into(Files.readString(document), report));
        }
        if (options.charts().isPresent()) {
            Charts.write(report, options.charts().get());
        }
        return report.hasFailures() ? FAILED : 0;
    }

    private static void write(final Path file, final String text) throws IOException {
        final Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    private static PrintStream utf8(final FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
