package dev.anycarrier.http;

/** Passes values of any type, as strictly as if they were read, except that names may be repeated. */
final class JsonSkipping {

    private final JsonBytes bytes;
    private final JsonTexts texts;
    private final JsonNumbers numbers;
    private boolean severalNames;

    JsonSkipping(final JsonBytes bytes, final JsonTexts texts, final JsonNumbers numbers) {
        this.bytes = bytes;
        this.texts = texts;
        this.numbers = numbers;
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
                severalNames |= (objects & 1) == 1;
                bytes.passByte(',');
                beginMember(objects);
            }
        } while (open > 0);
    }

    /** Whether there was an object of several names, which may have been the same. */
    boolean passedSeveralNames() {
        return severalNames;
    }

    private static char close(final long objects) {
        return (objects & 1) == 1 ? '}' : ']';
    }

    private void beginMember(final long objects) {
        if ((objects & 1) == 1) {
            if (bytes.peek() != '"') {
                throw bytes.problem();
            }
            texts.passName();
            bytes.passByte(':');
            bytes.count(2);
        } else {
            bytes.count(1);
        }
    }

    /** Passes a value that is neither object nor array. */
    void passScalar(final byte first) {
        switch (first) {
            case '"' -> texts.pass();
            case 't' -> bytes.passWord("true");
            case 'f' -> bytes.passWord("false");
            case 'n' -> bytes.passWord("null");
            default -> numbers.pass();
        }
    }
}
