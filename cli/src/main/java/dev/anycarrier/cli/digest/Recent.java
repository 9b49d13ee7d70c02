package dev.anycarrier.cli.digest;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last names that came by, so that what is repeated soon after is counted once. */
final class Recent {

    private final int most;
    private final Set<String> names = new LinkedHashSet<>();

    Recent(final int most) {
        this.most = most;
    }

    /** Whether the name is none of the last. */
    boolean isNew(final String name) {
        if (!names.add(name)) {
            return false;
        }
        if (names.size() > most) {
            final Iterator<String> oldest = names.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }
}
