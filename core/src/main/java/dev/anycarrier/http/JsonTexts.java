package dev.anycarrier.http;

import dev.anycarrier.spi.PassingText;

/** Passes texts; the one passed last can be looked at, as a slice of the document unless it has escapes. */
final class JsonTexts {

    private final JsonBytes bytes;
    private final JsonEscapes escapes;
    private final PassingText text = new PassingText();

    JsonTexts(final JsonBytes bytes) {
        this.bytes = bytes;
        this.escapes = new JsonEscapes(bytes);
    }

    /** Passes the text whose opening quote is here, which is most likely as long as the last one of its field. */
    PassingText pass(final JsonName field) {
        final int start = bytes.position + 1;
        final int end = start + field.usualLength;
        if (bytes.isText(start, end)) {
            text.set(bytes.body, start, end - start);
            bytes.position = end + 1;
            return text;
        }
        pass();
        field.usualLength = text.length();
        return text;
    }

    /** Passes the text whose opening quote is here. */
    PassingText pass() {
        passBounded();
        if (text.length() > JsonRules.LONGEST_TEXT
                && Utf8.units(text.array(), text.offset(), text.length()) > JsonRules.LONGEST_TEXT) {
            throw JsonRules.tooLarge();
        }
        return text;
    }

    /** Passes the name whose opening quote is here. */
    PassingText passName() {
        final int start = bytes.position;
        if (passBounded() && escapes.hasLoneSurrogate()) {
            throw JsonBytes.problem(start);
        }
        if (text.length() > JsonRules.LONGEST_NAME) {
            throw JsonRules.tooLarge();
        }
        return text;
    }

    /** Whether it has escapes. */
    private boolean passBounded() {
        final int start = bytes.position + 1;
        final int end = bytes.quoteOrBackslash(start);
        if (bytes.body[end] == '"') {
            text.set(bytes.body, start, end - start);
            bytes.position = end + 1;
            return false;
        }
        bytes.position = escapes.decode(start, end) + 1;
        text.set(escapes.array(), 0, escapes.length());
        return true;
    }
}
