package dev.anycarrier.testkit.conformance.process;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The child: reads settings from standard input, asks about one SIM and prints what was reported, a line each. */
public final class AskedInProcess {

    /** The line of the input that names the SIM; all others are settings. */
    static final String SIM = "sim";

    private static final int FAILED = 1;

    private AskedInProcess() {}

    public static void main(final String[] arguments) throws IOException {
        final PrintStream out = new PrintStream((OutputStream) System.out, true, StandardCharsets.UTF_8);
        final Properties given = new Properties();
        try (Reader input = new InputStreamReader(System.in, StandardCharsets.UTF_8)) {
            given.load(input);
        }
        final SimRef sim = SimRef.parse(String.valueOf(given.remove(SIM)));
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        given.forEach((name, value) -> settings.set(name.toString(), value.toString()));
        try (Anycarrier carriers =
                Anycarrier.builder().settings(settings.build()).build()) {
            lines(carriers.usage(sim)).forEach(out::println);
        } catch (final RuntimeException | LinkageError e) {
            out.println(e);
            System.exit(FAILED);
        }
    }

    /** A report in lines that can be compared, in an order of their own. */
    static List<String> lines(final UsageReport report) {
        return lines(report.status(), report.buckets(), report.counters());
    }

    static List<String> lines(final Object status, final List<?> buckets, final List<?> counters) {
        final List<String> lines = new ArrayList<>();
        lines.add(status.toString());
        buckets.forEach(bucket -> lines.add(bucket.toString()));
        counters.forEach(counter -> lines.add(counter.toString()));
        Collections.sort(lines);
        return lines;
    }
}
