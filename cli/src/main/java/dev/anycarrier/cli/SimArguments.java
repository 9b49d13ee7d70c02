package dev.anycarrier.cli;

import dev.anycarrier.usage.SimRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the SIMs that are named on the command line. */
final class SimArguments {

    private SimArguments() {}

    /**
     * The SIMs, each once, in the order in which they are named.
     *
     * @throws UsageError naming the place of every argument that is no SIM, and repeating none
     */
    static List<SimRef> parse(final List<String> arguments) {
        final Set<SimRef> sims = new LinkedHashSet<>();
        final List<String> problems = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            try {
                sims.add(SimRef.parse(arguments.get(index)));
            } catch (final IllegalArgumentException e) {
                problems.add("SIM " + (index + 1) + " of " + arguments.size() + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new UsageError(String.join("\n", problems));
        }
        return List.copyOf(sims);
    }
}
