package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each promise of {@link JsonScanner}. */
class JsonScannerTest {

    private static final JsonNames PAGE = JsonNames.of("usage", "more").requiring("usage");
    private static final JsonNames RECORD =
            JsonNames.of("time", "bytes", "part").requiring("time", "bytes");

    @Test
    void a_document_as_promised_is_read() {
        final AtomicInteger unknown = new AtomicInteger();
        final JsonScanner json = JsonScanner.of(answer(200, """
                        {"usage": [{"time": "a\\u00e9\\n", "bytes": -9223372036854775808, "new": [{"a": [null]}, 1.5e3]},
                          {"bytes":9223372036854775807,"time":"é","part":null}], "more": true, "else": "x"}
                        """), unknown::addAndGet);
        final List<Object> values = new ArrayList<>();
        json.beginObject(PAGE);
        for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
            switch (field) {
                case 0 -> {
                    json.beginArray();
                    while (json.nextElement()) {
                        json.beginObject(RECORD);
                        for (int inner = json.nextField(); inner != JsonScanner.END; inner = json.nextField()) {
                            switch (inner) {
                                case 0 -> values.add(json.text().text());
                                case 1 -> values.add(json.wholeNumber());
                                case 2 -> values.add(json.isNull());
                                default -> json.skip();
                            }
                        }
                    }
                }
                case 1 -> values.add(json.flag());
                default -> json.skip();
            }
        }
        json.end();

        assertThat(values).containsExactly("aé\n", Long.MIN_VALUE, Long.MAX_VALUE, "é", true, true);
        assertThat(unknown).hasValue(2);
    }
}
