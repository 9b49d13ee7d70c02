package dev.anycarrier.testkit.conformance.report;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The files of a report, in a directory of the carrier's own.
 *
 * @param json everything, for programs, as {@code report-1.schema.json} beside this class says
 * @param xml the results in the format of JUnit, for build servers
 * @param page the page for people: one file, which asks no network for anything
 */
public record ReportFiles(Path json, Path xml, Path page) {

    static final String JSON = "report.json";
    static final String PAGE = "index.html";

    private static final String XML = "report.xml";

    /** Checks that every file is named. */
    public ReportFiles {
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(xml, "xml");
        Objects.requireNonNull(page, "page");
    }

    /**
     * Writes a report into {@code <directory>/<carrier>}, which is made if need be. Reports of other carriers beside it
     * stay; an older one of this carrier is replaced, each file at once, so that nobody ever reads half of one.
     * Thread-safe.
     *
     * @param report the report
     * @param directory the directory for the reports of all carriers
     * @return the files
     * @throws IOException if a file cannot be written
     */
    public static ReportFiles write(final ConformanceReport report, final Path directory) throws IOException {
        final Path own = Files.createDirectories(
                directory.resolve(directoryName(report.subject().id())));
        return new ReportFiles(
                AtomicFile.write(own.resolve(JSON), ReportJson.write(report)),
                AtomicFile.write(own.resolve(XML), JUnitXml.write(report)),
                AtomicFile.write(own.resolve(PAGE), CarrierPage.write(report)));
    }

    /** What {@link #json} holds, for who wants it elsewhere. */
    public static String jsonOf(final ConformanceReport report) {
        return ReportJson.write(report);
    }

    /** A provider may be broken in its identifier too, and that must not lead out of the directory. */
    private static String directoryName(final String carrier) {
        final String safe = carrier.replaceAll("[^A-Za-z0-9_-]", "_");
        return safe.isEmpty() ? "_" : safe;
    }
}
