package dev.anycarrier.http;

/** Passes values of any type, as strictly as if they were read, except that names may be repeated. */
final class JsonSkipping {

    private final JsonBytes bytes;
    private final JsonEscapes escapes;

    JsonSkipping(final JsonBytes bytes, final JsonEscapes escapes) {
        this.bytes = bytes;
        this.escapes = escapes;
    }

    /**
     * Passes one value, whose first token is already counted.
     *
     * @param depth how deep it is itself
     */
    void passValue(final int depth) {
        // One bit for each object or array that is open, the innermost lowest: set for an object.
        long objects = 0;
        int open = 0;
        do {
            final byte first = bytes.peek();
            if (first == '{' || first == '[') {
                if (depth + open >= JsonRules.DEEPEST) {
                    throw JsonRules.tooLarge();
                }
                objects = (objects << 1) | (first == '{' ? 1 : 0);
                open++;
                bytes.position++;
                if (bytes.peek() != close(objects)) {
                    beginMember(objects);
                    continue;
                }
            } else {
                passScalar(first);
            }
            while (open > 0 && bytes.peek() == close(objects)) {
                bytes.position++;
                bytes.count(1);
                objects >>>= 1;
                open--;
            }
            if (open > 0) {
                passByte(',');
                beginMember(objects);
            }
        } while (open > 0);
    }

    private static char close(final long objects) {
        return (objects & 1) == 1 ? '}' : ']';
    }

    private void beginMember(final long objects) {
        if ((objects & 1) == 1) {
            if (bytes.peek() != '"') {
                throw bytes.problem();
            }
            passText(JsonRules.LONGEST_NAME);
            passByte(':');
            bytes.count(2);
        } else {
            bytes.count(1);
        }
    }

    private void passByte(final char expected) {
        if (bytes.peek() != expected) {
            throw bytes.problem();
        }
        bytes.position++;
    }

    /** Passes a value that is neither object nor array. */
    void passScalar(final byte first) {
        switch (first) {
            case '"' -> passText(JsonRules.LONGEST_TEXT);
            case 't' -> bytes.passWord("true");
            case 'f' -> bytes.passWord("false");
            case 'n' -> bytes.passWord("null");
            default -> bytes.passNumber();
        }
    }

    private void passText(final int longest) {
        final int start = bytes.position + 1;
        int end = bytes.quoteOrBackslash(start);
        byte[] array = bytes.body;
        int offset = start;
        int length = end - start;
        if (array[end] == '\\') {
            end = escapes.decode(bytes, start, end);
            array = escapes.array();
            offset = 0;
            length = escapes.length();
        }
        JsonRules.requireLength(array, offset, length, longest);
        bytes.position = end + 1;
    }
}
