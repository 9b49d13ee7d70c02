package dev.anycarrier.simulation.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A survivor that is known, one row of a module's {@code survivors.tsv}: its three columns, why it is on the list, and
 * the reason in words.
 *
 * @param survivor the survivor
 * @param why whether it can be told from the original at all
 * @param reason one sentence
 */
record ListedSurvivor(Survivor survivor, Why why, String reason) {

    private static final int COLUMNS = 5;

    /** Why a survivor is on the list. */
    enum Why {
        /** Nobody who uses the provider can tell it from the original. */
        EQUIVALENT,
        /** It can be told, and the kit has no rule for it. */
        OPEN
    }

    static List<ListedSurvivor> of(final Path module) throws IOException {
        return Files.readAllLines(module.resolve("src/test/mutation/survivors.tsv")).stream()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .map(ListedSurvivor::of)
                .toList();
    }

    private static ListedSurvivor of(final String row) {
        final String[] columns = row.split("\t", -1);
        if (columns.length != COLUMNS || columns[4].isBlank()) {
            throw new IllegalArgumentException("not file, mutator, line, why and reason, between tabs: " + row);
        }
        return new ListedSurvivor(
                new Survivor(columns[0], columns[1], columns[2]), Why.valueOf(columns[3]), columns[4]);
    }
}
