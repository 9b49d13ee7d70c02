package dev.anycarrier.http;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a long JSON answer value by value, without making an object of any: for pages of thousands of records. As strict
 * as {@link StrictJson}, with the same kinds of errors, except that a name which comes twice inside a value that is
 * skipped is not noticed. What is skipped is held to the same rules and bounds as what is read otherwise.
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

    private final JsonBytes bytes;
    private final JsonPlace place = new JsonPlace();
    private final JsonTexts texts;

    /** For names and what is skipped: the caller may still look at the text read last. */
    private final JsonTexts otherTexts;

    private final JsonNumbers numbers;
    private final JsonSkipping skipping;
    private final ProviderEvents events;
    private int unknownFields;

    private JsonScanner(final JsonBytes bytes, final ProviderEvents events) {
        this.bytes = bytes;
        this.texts = new JsonTexts(bytes);
        this.otherTexts = new JsonTexts(bytes);
        this.numbers = new JsonNumbers(bytes);
        this.skipping = new JsonSkipping(bytes, otherTexts, numbers);
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
     * @throws IllegalStateException if it is not an object that is read
     */
    public int nextField() {
        final JsonNames names = place.names;
        if (names == JsonNames.NONE) {
            throw new IllegalStateException("not in an object");
        }
        final int previous = place.index;
        int at = bytes.position;
        if (previous == JsonNames.BEFORE_FIRST || bytes.byteAt(at++) == ',') {
            final JsonName guess = names.guess(previous);
            at = bytes.afterBlanks(at);
            final int value = guess.valueAfter(bytes.body, at);
            if (value > 0) {
                place.at(guess, at);
                bytes.position = value;
                return guess.index;
            }
        }
        return nextFieldUnguessed();
    }

    private int nextFieldUnguessed() {
        byte next = bytes.peek();
        if (next == '}') {
            return endObject();
        }
        if (place.index != JsonNames.BEFORE_FIRST) {
            bytes.passByte(',');
            next = bytes.peek();
        }
        if (next != '"') {
            throw bytes.problem();
        }
        final int start = bytes.position;
        final PassingText name = otherTexts.passName();
        final JsonName field = place.names.find(place.index, name);
        bytes.passByte(':');
        if (field == null) {
            if (!place.isNew(name.text())) {
                throw JsonBytes.problem(start);
            }
            unknownFields++;
            bytes.count(2);
            place.index = UNKNOWN;
        } else {
            place.at(field, start);
        }
        return place.index;
    }

    private int endObject() {
        final int missing = place.names.missing(place.seen);
        if (missing != UNKNOWN) {
            place.index = missing;
            throw place.problem(bytes.position);
        }
        // Each known name and the first token of its value; there are few, so that their end is soon enough.
        bytes.count(2 * Long.bitCount(place.seen));
        leave();
        return END;
    }

    private void leave() {
        bytes.position++;
        bytes.count(1);
        place.leave();
    }

    /**
     * Goes to the next element of the array, or behind the array if there is none.
     *
     * @return whether there is one; it may be null, which only {@link #isNull} and {@link #skip} pass
     * @throws IllegalStateException if it is not an array that is read
     */
    public boolean nextElement() {
        if (place.depth == 0 || place.names != JsonNames.NONE) {
            throw new IllegalStateException("not in an array");
        }
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
        return texts.pass(place.field);
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
        if (first != '-' && !JsonNumbers.isDigit(first)) {
            throw refused();
        }
        if (!numbers.passWhole()) {
            throw place.problem(bytes.position);
        }
        return numbers.value();
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

    /** Whether the value is a text. */
    boolean isText() {
        return bytes.peek() == '"';
    }

    /** Reads a number that is written without an exponent. */
    BigDecimal decimal() {
        final byte first = bytes.peek();
        if (first != '-' && !JsonNumbers.isDigit(first)) {
            throw refused();
        }
        final int start = bytes.position;
        return numbers.passWhole() ? CommonDecimals.of(numbers.value()) : fraction(start);
    }

    private BigDecimal fraction(final int start) {
        final String text = new String(bytes.body, start, bytes.position - start, StandardCharsets.US_ASCII);
        if (!CarrierText.isDecimal(text)) {
            throw place.problem(bytes.position);
        }
        return new BigDecimal(text);
    }

    /** Whether a name may have come twice where it was not noticed. */
    boolean mayHaveSkippedRepeatedNames() {
        return skipping.passedSeveralNames();
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
