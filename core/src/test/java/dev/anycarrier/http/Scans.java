package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.UsageException;
import java.util.function.Consumer;

/** Reads objects of one kind with a {@link JsonScanner}, for tests that look at how it ends. */
final class Scans {

    static final JsonNames NAMES = JsonNames.of("name", "text", "count", "flag", "part", "parts");
    static final JsonNames REQUIRED = NAMES.requiring("name");

    private Scans() {}

    static JsonScanner scanner(final String body) {
        return JsonScanner.of(answer(200, body), count -> {});
    }

    /** Reads an object's fields by their types, all of them but {@code name} optional. */
    static void readWire(final JsonScanner json) {
        readObject(json);
        json.end();
    }

    static void readObject(final JsonScanner json) {
        json.beginObject(REQUIRED);
        for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
            if (field == JsonScanner.UNKNOWN) {
                json.skip();
            } else if (!json.isNull()) {
                readValue(json, field);
            }
        }
    }

    private static void readValue(final JsonScanner json, final int field) {
        switch (field) {
            case 0, 1 -> json.text();
            case 2 -> json.wholeNumber();
            case 3 -> json.flag();
            case 4 -> readObject(json);
            default -> {
                json.beginArray();
                while (json.nextElement()) {
                    readObject(json);
                }
            }
        }
    }

    static UsageException refusal(final String body) {
        return refusal(body, Scans::readWire);
    }

    static UsageException refusal(final String body, final Consumer<JsonScanner> reading) {
        return catchThrowableOfType(UsageException.class, () -> reading.accept(scanner(body)));
    }

    static void skipAll(final JsonScanner json) {
        json.skip();
        json.end();
    }
}
