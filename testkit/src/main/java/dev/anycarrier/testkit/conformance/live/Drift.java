package dev.anycarrier.testkit.conformance.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a real carrier's answers have another shape than the simulated one's: documents age, and simulators with them. */
final class Drift {

    private final JsonShape simulated;
    private final JsonShape real;
    private final String question;
    private final List<String> found = new ArrayList<>();

    private Drift(final String question, final JsonShape simulated, final JsonShape real) {
        this.question = question;
        this.simulated = simulated;
        this.real = real;
    }

    /** A sentence for each difference. */
    static List<String> between(final Map<String, JsonShape> simulated, final Map<String, JsonShape> real) {
        final List<String> found = new ArrayList<>();
        new TreeMap<>(real).forEach((question, shape) -> {
            final JsonShape known = simulated.get(question);
            if (known == null) {
                found.add(question + " was asked, and the simulated carrier was never asked that");
            } else if (shape.documents() > 0) {
                found.addAll(new Drift(question, known, shape).found());
            }
        });
        return found;
    }

    private List<String> found() {
        new TreeMap<>(real.fields()).forEach(this::realField);
        new TreeMap<>(simulated.fields()).forEach(this::simulatedField);
        return found;
    }

    private void realField(final String path, final JsonShape.Field field) {
        final JsonShape.Field known = simulated.fields().get(path);
        if (known == null) {
            add(path, "is a " + one(field.types()) + " that the simulated carrier never sends");
            return;
        }
        final Set<String> newTypes = without(field.types(), known.types());
        if (!newTypes.isEmpty()) {
            add(path, "is a " + one(newTypes) + ", at the simulated carrier always a " + one(known.types()));
        }
        if (known.isWord() && field.isWord() && known.words().size() > 1) {
            without(field.words(), known.words())
                    .forEach(word -> add(path, "says '" + word + "', a word that the simulated carrier never says"));
        }
    }

    private void simulatedField(final String path, final JsonShape.Field known) {
        if (known.documents() == simulated.documents() && !real.fields().containsKey(path)) {
            add(path, "is in every answer of the simulated carrier, and in none of the real one");
        }
    }

    private void add(final String path, final String difference) {
        found.add(question + ": " + path + " " + difference);
    }

    private static String one(final Set<String> types) {
        return String.join(" or ", new TreeSet<>(types));
    }

    private static Set<String> without(final Set<String> some, final Set<String> others) {
        final Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
