package dev.anycarrier.testkit.conformance.trial;

import java.math.BigDecimal;

/**
 * A value in one of the answers to a question, to be changed.
 *
 * @param known the question and its answers
 * @param request which of its requests was answered with the value, from 0
 * @param place the value
 * @param <T> what the question returns
 */
public record Spot<T>(KnownAnswer<T> known, int request, JsonPlace place) {

    private static final int SHOWN_WHOLE = 16;
    private static final int SHOWN_AT_START = 8;
    private static final int SHOWN_AT_END = 3;

    /** What it has in common with values of the same meaning. */
    public String kind() {
        return request + " " + place.pattern();
    }

    /** Asks again with this in place of the value. */
    public Retold<T> as(final String json) {
        return known.again(
                request, place.replacedBy(json), known.asked() + " with " + place.path() + " = " + shown(json));
    }

    /** Asks again with another number, written as the value is. */
    public Retold<T> as(final BigDecimal number) {
        return as(place.written(number));
    }

    /** Asks again without the field. */
    public Retold<T> missing() {
        return known.again(request, place.removed(), known.asked() + " without " + place.path());
    }

    /** Cut where it is long: a carrier's value may be the identifier of a SIM. */
    private static String shown(final String json) {
        return json.length() <= SHOWN_WHOLE
                ? json
                : json.substring(0, SHOWN_AT_START) + "…" + json.substring(json.length() - SHOWN_AT_END) + " ("
                        + json.length() + " characters)";
    }
}
