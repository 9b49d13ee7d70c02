package dev.anycarrier.http;

import dev.anycarrier.spi.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which object or array is read, at which of its fields or elements, and those around it. */
final class JsonPlace {

    private static final int USUAL_DEPTH = 4;

    /** Of what is read now, {@link JsonNames#NONE} for an array and outside of all. */
    JsonNames names = JsonNames.NONE;

    /** The index of the field or element, or one of the constants of {@link JsonNames}. */
    int index = JsonNames.BEFORE_FIRST;

    /** The expected field that came last, here or further in. */
    JsonName field = names.guess(index);

    /** The names that came, bit by index. */
    long seen;

    int depth;

    /** By depth, the names that came and are none of those expected; most objects have none or one. */
    private final List<UnknownNames> unknown = new ArrayList<>();

    private JsonNames[] outerNames = new JsonNames[USUAL_DEPTH];
    private int[] outerIndex = new int[USUAL_DEPTH];
    private long[] outerSeen = new long[USUAL_DEPTH];

    void enter(final JsonNames newNames) {
        if (depth == JsonRules.DEEPEST) {
            throw JsonRules.tooLarge();
        }
        if (depth == outerNames.length) {
            outerNames = Arrays.copyOf(outerNames, 2 * depth);
            outerIndex = Arrays.copyOf(outerIndex, 2 * depth);
            outerSeen = Arrays.copyOf(outerSeen, 2 * depth);
        }
        if (outerNames[depth] != names) {
            outerNames[depth] = names;
        }
        outerIndex[depth] = index;
        outerSeen[depth] = seen;
        depth++;
        names = newNames;
        index = JsonNames.BEFORE_FIRST;
        seen = 0;
        if (depth < unknown.size()) {
            unknown.get(depth).clear();
        }
    }

    /** Whether an unexpected name comes for the first time in this object. */
    boolean isNew(final String name) {
        while (unknown.size() <= depth) {
            unknown.add(new UnknownNames());
        }
        return unknown.get(depth).add(name);
    }

    void leave() {
        depth--;
        names = outerNames[depth];
        index = outerIndex[depth];
        seen = outerSeen[depth];
    }

    /** Goes to a field; it may come only once. */
    void at(final JsonName newField, final int position) {
        if ((seen & newField.bit) != 0) {
            throw JsonBytes.problem(position);
        }
        seen |= newField.bit;
        index = newField.index;
        field = newField;
    }

    boolean isRequired() {
        return names.requires(index);
    }

    /** A refusal of the field or element that is read, or of the whole document outside of all. */
    UsageException problem(final int position) {
        final String path = toString();
        return path.isEmpty() ? JsonBytes.problem(position) : JsonRules.notPromisedField(path);
    }

    /** The path, such as {@code usage[3].bytes}; empty outside of all. */
    @Override
    public String toString() {
        final JsonPath path = new JsonPath();
        for (int outer = 1; outer < depth; outer++) {
            add(path, outerNames[outer], outerIndex[outer]);
        }
        if (depth > 0) {
            add(path, names, index);
        }
        return path.toString();
    }

    private static void add(final JsonPath path, final JsonNames names, final int index) {
        if (names == JsonNames.NONE) {
            path.element(index);
        } else {
            path.name(index < 0 ? "…" : names.name(index));
        }
    }

    /** Names, of which the first alone needs no set. */
    private static final class UnknownNames {

        private @Nullable String first;
        private @Nullable Set<String> others;

        boolean add(final String name) {
            if (first == null) {
                first = name;
                return true;
            }
            if (name.equals(first)) {
                return false;
            }
            others = others == null ? new HashSet<>() : others;
            return others.add(name);
        }

        void clear() {
            first = null;
            if (others != null) {
                others.clear();
            }
        }
    }
}
