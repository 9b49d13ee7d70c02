package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.carriers.OnomondoDataLimit.Telling;
import java.util.List;
import java.util.Optional;

/** The kinds of SIM that Onomondo has. Each of them is there if there are as many SIMs as kinds. */
enum OnomondoSimKind {
    LIMITED(true, Telling.START_AND_END),
    FREE(true),
    LIMIT_REACHED(true, Telling.START_AND_END),
    LIMITED_BUT_NOT_COUNTED(true, Telling.START_AND_END),
    LIMITED_AND_NEVER_USED(false, Telling.START_AND_END),
    NEVER_USED(false),
    LIMITED_TO_AN_END(true, Telling.END),
    LIMITED_FROM_A_START(true, Telling.START),
    LIMITED_WITHOUT_PERIOD(true, Telling.NEITHER),
    LIMITED_OTHERWISE(true, Telling.END_OF_ANOTHER_TYPE),
    LIMITED_SOMEHOW(true, Telling.END_WITHOUT_TYPE),
    ALSO_FREE(true);

    private static final List<OnomondoSimKind> ALL = List.of(values());

    private final boolean used;
    private final Optional<Telling> limit;

    OnomondoSimKind(final boolean used) {
        this.used = used;
        this.limit = Optional.empty();
    }

    OnomondoSimKind(final boolean used, final Telling limit) {
        this.used = used;
        this.limit = Optional.of(limit);
    }

    /** The kind of the SIM in this place, from 0: one after the other, again and again. */
    static OnomondoSimKind of(final int place) {
        return ALL.get(place % ALL.size());
    }

    /** Whether it has ever been used. */
    boolean used() {
        return used;
    }

    /** What its limit tells of its period, or empty if it has no limit. */
    Optional<Telling> limit() {
        return limit;
    }
}
