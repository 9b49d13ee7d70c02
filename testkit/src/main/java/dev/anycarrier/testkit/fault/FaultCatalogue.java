package dev.anycarrier.testkit.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The faults a carrier client must survive, from {@code faults.tsv} beside this class: identifier, fault and required
 * outcome, separated by tabs; lines that begin with {@code #} are comments. A test claims rows with
 * {@link dev.anycarrier.testkit.Fault}.
 */
public final class FaultCatalogue {

    private static final String RESOURCE = "faults.tsv";

    private FaultCatalogue() {}

    /** Every row, in the order of the file. No identifier comes twice. */
    public static List<FaultRow> rows() {
        final List<FaultRow> rows = text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(FaultCatalogue::row)
                .toList();
        final Set<String> seen = new HashSet<>();
        for (final FaultRow row : rows) {
            if (!seen.add(row.id())) {
                throw new IllegalStateException(row.id() + " is in the fault catalogue twice");
            }
        }
        return rows;
    }

    private static FaultRow row(final String line) {
        final String[] columns = line.split("\t", -1);
        if (columns.length != 3) {
            throw new IllegalStateException("a row of the fault catalogue has three columns: " + line);
        }
        return new FaultRow(columns[0], columns[1], columns[2]);
    }

    private static String text() {
        try (InputStream input = FaultCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (input == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + FaultCatalogue.class.getName());
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
