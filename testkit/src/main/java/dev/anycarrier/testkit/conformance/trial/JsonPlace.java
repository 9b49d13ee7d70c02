package dev.anycarrier.testkit.conformance.trial;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value in a JSON document and where it stands in the text, so that it can be changed while everything else stays as
 * the carrier wrote it.
 *
 * @param document the whole text
 * @param path where the value is, such as {@code data.packages[0].used}
 * @param token how the value begins
 * @param text what a scalar says, without quotes; empty for objects and arrays
 * @param entry where the name of its field begins, or -1 if it is no field
 * @param start where the value begins
 * @param end where what follows it begins
 */
public record JsonPlace(String document, String path, JsonToken token, String text, int entry, int start, int end) {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,18})?");
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

    /** The path without the positions in arrays: the same for all elements of one. */
    public String pattern() {
        return INDEX.matcher(path).replaceAll("[]");
    }

    public boolean isScalar() {
        return token.isScalarValue();
    }

    public boolean isText() {
        return token == JsonToken.VALUE_STRING;
    }

    public boolean isFlag() {
        return token.isBoolean();
    }

    public boolean isField() {
        return entry >= 0;
    }

    public boolean isElement() {
        return path.endsWith("]");
    }

    /** The number that it is, be it written as a text; empty if it is none, or below zero. */
    public Optional<BigDecimal> number() {
        return (isText() || token.isNumeric()) && AMOUNT.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    public boolean isZero() {
        return number().filter(number -> number.signum() == 0).isPresent();
    }

    /** Some characters, in quotes if the value has them. */
    public String written(final String characters) {
        return isText() ? '"' + characters + '"' : characters;
    }

    /** A number, in plain digits and as the value is written. */
    public String written(final BigDecimal number) {
        return written(number.toPlainString());
    }

    /** The value as it is in the document. */
    public String json() {
        return document.substring(start, end);
    }

    /** The document with something else, which need not be JSON, in place of the value. */
    public String replacedBy(final String json) {
        return document.substring(0, start) + json + document.substring(end);
    }

    /** The document without the field, its name and the comma that would be one too many. */
    public String removed() {
        final String before = document.substring(0, entry).stripTrailing();
        final String after = document.substring(end).stripLeading();
        if (after.startsWith(",")) {
            return before + after.substring(1);
        }
        return (before.endsWith(",") ? before.substring(0, before.length() - 1) : before) + after;
    }
}
