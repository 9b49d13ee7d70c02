package dev.anycarrier.http;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a long JSON answer value by value, without making an object of any: for pages of thousands of records. As strict
 * as {@link StrictJson}, with the same kinds of errors, except that a name which comes twice inside a value that is
 * skipped is not noticed.
 *
 * <pre>{@code
 * json.beginObject(PAGE);
 * for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
 *     switch (field) {
 *         case USAGE -> readRecords(json);
 *         default -> json.skip();
 *     }
 * }
 * json.end();
 * }</pre>
 *
 * <p>Each field and element must be read or skipped before the next is asked for. Every method that reads throws
 * {@link UsageException} when the answer is not as promised, and the scanner is of no use afterwards. Not thread-safe.
 */
public final class JsonScanner {

    /** From {@link #nextField}: a field that is none of the names; {@link #skip} it. */
    public static final int UNKNOWN = JsonNames.UNKNOWN;

    /** From {@link #nextField}: the object ends here. */
    public static final int END = -2;

    private static final int MOST_DIGITS_THAT_FIT = 18;

    private final JsonBytes bytes;
    private final JsonPlace place = new JsonPlace();
    private final JsonEscapes textEscapes = new JsonEscapes();
    private final JsonEscapes otherEscapes = new JsonEscapes();
    private final JsonSkipping skipping;
    private final PassingText text = new PassingText();
    private final ProviderEvents events;
    private int unknownFields;

    private JsonScanner(final JsonBytes bytes, final ProviderEvents events) {
        this.bytes = bytes;
        this.skipping = new JsonSkipping(bytes, otherEscapes);
        this.events = events;
        bytes.count(1);
    }

    /**
     * Begins to read an answer's body.
     *
     * @param answer a carrier's answer, its status already found good
     * @param events where unknown fields are reported
     * @throws UsageException if it is not JSON by its media type, has no body, or is not UTF-8
     */
    public static JsonScanner of(final HttpResponse answer, final ProviderEvents events) {
        JsonRules.requireJson(answer);
        final byte[] body = answer.body();
        JsonRules.requireText(body);
        return new JsonScanner(new JsonBytes(body, JsonRules.afterByteOrderMark(body)), events);
    }

    /** Enters an object. */
    public void beginObject(final JsonNames names) {
        begin('{', names);
    }

    /** Enters an array. */
    public void beginArray() {
        begin('[', JsonNames.NONE);
    }

    private void begin(final char opening, final JsonNames names) {
        if (bytes.peek() != opening) {
            throw refused();
        }
        bytes.position++;
        place.enter(names);
    }

    /**
     * Goes to the next field of the object.
     *
     * @return its index in the names, {@link #UNKNOWN}, or {@link #END} behind the object
     * @throws UsageException also if a name comes again, or a required one did not come
     */
    public int nextField() {
        byte next = bytes.peek();
        if (place.index == JsonNames.BEFORE_FIRST) {
            if (next == '}') {
                return endObject();
            }
        } else if (next == ',') {
            bytes.position++;
            next = bytes.peek();
        } else if (next == '}') {
            return endObject();
        } else {
            throw bytes.problem();
        }
        if (next != '"') {
            throw bytes.problem();
        }
        final int field = passName();
        if (bytes.peek() != ':') {
            throw bytes.problem();
        }
        bytes.position++;
        bytes.count(2);
        return field;
    }

    private int passName() {
        final JsonNames names = place.names;
        final int start = bytes.position + 1;
        final int guess = names.guess(place.index);
        int end = names.end(guess, bytes.body, start);
        if (end > 0) {
            bytes.position = end;
            place.index = guess;
        } else {
            findName(names, start);
        }
        if (place.index == UNKNOWN) {
            unknownFields++;
        } else {
            final long bit = 1L << place.index;
            if ((place.seen & bit) != 0) {
                throw JsonBytes.problem(start);
            }
            place.seen |= bit;
        }
        return place.index;
    }

    private void findName(final JsonNames names, final int start) {
        int end = bytes.quoteOrBackslash(start);
        byte[] array = bytes.body;
        int offset = start;
        int length = end - start;
        if (array[end] == '\\') {
            end = otherEscapes.decode(bytes, start, end);
            array = otherEscapes.array();
            offset = 0;
            length = otherEscapes.length();
        }
        JsonRules.requireLength(array, offset, length, JsonRules.LONGEST_NAME);
        bytes.position = end + 1;
        place.index = names.find(place.index, array, offset, length);
        if (place.index == UNKNOWN && !place.isNew(new String(array, offset, length, StandardCharsets.UTF_8))) {
            throw JsonBytes.problem(start);
        }
    }

    private int endObject() {
        final int missing = place.names.missing(place.seen);
        if (missing != UNKNOWN) {
            place.index = missing;
            throw place.problem(bytes.position);
        }
        leave();
        return END;
    }

    private void leave() {
        bytes.position++;
        bytes.count(1);
        place.leave();
    }

    /** Goes to the next element of the array, or behind the array if there is none. */
    public boolean nextElement() {
        final byte next = bytes.peek();
        if (next == ']') {
            leave();
            return false;
        }
        if (place.index == JsonNames.BEFORE_FIRST) {
            place.index = 0;
        } else if (next == ',') {
            bytes.position++;
            place.index++;
        } else {
            throw bytes.problem();
        }
        bytes.count(1);
        return true;
    }

    /**
     * Passes a null, if the value is one.
     *
     * @throws UsageException also if it is one where a value is required, or the whole document
     */
    public boolean isNull() {
        if (bytes.peek() != 'n') {
            return false;
        }
        bytes.passWord("null");
        if (place.depth == 0) {
            throw JsonRules.nothing();
        }
        if (place.isRequired()) {
            throw place.problem(bytes.position);
        }
        return true;
    }

    /** Reads a text; the same object each time, its content lasts until the next text is read. */
    public PassingText text() {
        if (bytes.peek() != '"') {
            throw refused();
        }
        final int start = bytes.position + 1;
        final int end = bytes.quoteOrBackslash(start);
        if (bytes.body[end] == '"') {
            JsonRules.requireLength(bytes.body, start, end - start, JsonRules.LONGEST_TEXT);
            text.set(bytes.body, start, end - start);
            bytes.position = end + 1;
        } else {
            bytes.position = textEscapes.decode(bytes, start, end) + 1;
            JsonRules.requireLength(textEscapes.array(), 0, textEscapes.length(), JsonRules.LONGEST_TEXT);
            text.set(textEscapes.array(), 0, textEscapes.length());
        }
        return text;
    }

    /** Reads a text that lasts until the other object is set or read into again. */
    public void text(final PassingText into) {
        final PassingText read = text();
        if (read.array() == bytes.body) {
            into.set(bytes.body, read.offset(), read.length());
        } else {
            final byte[] unescaped = Arrays.copyOfRange(read.array(), read.offset(), read.offset() + read.length());
            into.set(unescaped, 0, unescaped.length);
        }
    }

    /** Reads an integer that fits; one with a fraction or an exponent is none, whatever its value. */
    public long wholeNumber() {
        final byte first = bytes.peek();
        final int start = bytes.position;
        if ((first != '-' && !JsonBytes.isDigit(first)) || !bytes.passNumber()) {
            bytes.position = start;
            throw refused();
        }
        final int digits = first == '-' ? start + 1 : start;
        if (bytes.position - digits <= MOST_DIGITS_THAT_FIT) {
            long value = 0;
            for (int at = digits; at < bytes.position; at++) {
                value = 10 * value + (bytes.body[at] - '0');
            }
            return first == '-' ? -value : value;
        }
        return longNumber(digits, first == '-');
    }

    /** Counts downwards, where there is one number more. */
    private long longNumber(final int digits, final boolean negative) {
        long value = 0;
        for (int at = digits; at < bytes.position; at++) {
            final int digit = bytes.body[at] - '0';
            if (value < (Long.MIN_VALUE + digit) / 10) {
                throw place.problem(digits);
            }
            value = 10 * value - digit;
        }
        if (!negative && value == Long.MIN_VALUE) {
            throw place.problem(digits);
        }
        return negative ? value : -value;
    }

    /** Reads a flag. */
    public boolean flag() {
        final byte first = bytes.peek();
        if (first != 't' && first != 'f') {
            throw refused();
        }
        skipping.passScalar(first);
        return first == 't';
    }

    /** Passes a value of any type, checked as strictly as one that is read. */
    public void skip() {
        if (!isNull()) {
            skipping.passValue(place.depth);
        }
    }

    /**
     * Requires that nothing but white space is left, and reports the unknown fields.
     *
     * @throws IllegalStateException if an object or array was not read to its end
     */
    public void end() {
        if (place.depth > 0) {
            throw new IllegalStateException("the document is not read to its end");
        }
        if (!bytes.isAtEnd()) {
            throw bytes.problem();
        }
        if (unknownFields > 0) {
            events.unknownFields(unknownFields);
        }
    }

    /**
     * Refuses the value that was read last, by its path.
     *
     * @param problem what is wrong with it, as a clause that follows the name, such as {@code is negative}
     */
    public UsageException invalid(final String problem) {
        return InvalidData.field(place.toString(), problem);
    }

    /** A value of another type is refused by its place, once it is a value at all. */
    private UsageException refused() {
        final byte first = bytes.peek();
        if (place.depth == 0 && first == 'n') {
            bytes.passWord("null");
            return JsonRules.nothing();
        }
        if (first != '{' && first != '[') {
            skipping.passScalar(first);
        }
        return place.problem(bytes.position);
    }
}
