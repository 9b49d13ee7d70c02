package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bounds of {@link JsonScanner} are where those of {@link StrictJson} are, to the byte. */
class JsonScannerBoundsTest {

    private static final JsonNames NAMES = JsonNames.of("a", "b");

    /** Kinds of documents by size, with the largest that is not too large. */
    static Stream<Arguments> documents() {
        return Stream.of(
                arguments("arrays in arrays", 64, size -> "[".repeat(size) + "]".repeat(size)),
                arguments("objects in objects", 64, size -> "{\"a\":".repeat(size - 1) + "{}" + "}".repeat(size - 1)),
                arguments("a name", 256, size -> "{\"" + "x".repeat(size) + "\":1}"),
                arguments("a name of two-byte letters", 128, size -> "{\"" + "é".repeat(size) + "\":1}"),
                arguments("a name of escapes", 256, size -> "{\"" + "\\u0041".repeat(size) + "\":1}"),
                arguments("a text", 1_000_000, size -> "[\"" + "x".repeat(size) + "\"]"),
                arguments("a text of two-byte letters", 1_000_000, size -> "[\"" + "é".repeat(size) + "\"]"),
                arguments("a text of surrogate pairs", 500_000, size -> "[\"" + "😀".repeat(size) + "\"]"),
                arguments("a text of escapes", 1_000_000, size -> "[\"" + "\\n".repeat(size) + "\"]"),
                arguments("an integer", 5_000, size -> "[-" + "1".repeat(size) + "]"),
                arguments("a fraction", 4_999, size -> "[0." + "1".repeat(size) + "]"),
                arguments("an exponent", 4_998, size -> "[1.1E-" + "0".repeat(size) + "]"),
                arguments("an array", 499_997, size -> "[" + "0,".repeat(size) + "0]"),
                arguments("objects", 124_999, size -> "[" + "{\"a\":0},".repeat(size) + "{}]"));
    }

    private static Arguments arguments(final String name, final int largest, final IntFunction<String> document) {
        return Arguments.of(Named.of(name, largest), document);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_document_is_too_large_one_step_beyond_its_bound(final int largest, final IntFunction<String> document) {
        final String large = document.apply(largest);
        final String tooLarge = document.apply(largest + 1);

        assertThat(kind(() -> Answers.read(large, JsonNode.class))).isEmpty();
        assertThat(kind(() -> skip(large))).isEmpty();
        assertThat(kind(() -> walk(large))).isEmpty();
        assertThat(kind(() -> Answers.read(tooLarge, JsonNode.class))).contains(Kind.TOO_LARGE);
        assertThat(kind(() -> skip(tooLarge))).contains(Kind.TOO_LARGE);
        assertThat(kind(() -> walk(tooLarge))).contains(Kind.TOO_LARGE);
    }

    private static Optional<Kind> kind(final Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (final UsageException refusal) {
            return Optional.of(refusal.kind());
        }
    }

    private static void skip(final String document) {
        final JsonScanner json = JsonScanner.of(answer(200, document), count -> {});
        json.skip();
        json.end();
    }

    /** Enters every object and array, and reads every text. */
    private static void walk(final String document) {
        final JsonScanner json = JsonScanner.of(answer(200, document), count -> {});
        walkValue(json, document.charAt(0), document);
        json.end();
    }

    private static void walkValue(final JsonScanner json, final char first, final String document) {
        if (first == '{') {
            json.beginObject(NAMES);
            for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
                if (field == JsonScanner.UNKNOWN || document.startsWith("[")) {
                    json.skip();
                } else {
                    walkInner(json, '{', document);
                }
            }
        } else {
            json.beginArray();
            while (json.nextElement()) {
                walkInner(json, document.charAt(1), document);
            }
        }
    }

    private static void walkInner(final JsonScanner json, final char first, final String document) {
        if (first == '"') {
            json.text();
        } else if (first == '{' || first == '[') {
            walkValue(json, first, document);
        } else {
            json.skip();
        }
    }
}
