package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link JsonScanner} takes what {@link StrictJson} takes, to the same value, and refuses the rest for the same reason. */
class JsonScannerEquivalenceTest {

    private static final int CASES = 1_500;

    private static final byte[] COMPACT = """
            {"usage":[{"time":"2024-01-01 00:00:00","sim":"000123456","bytes":123,"network":{"mcc":"238","mnc":"02"},\
            "network_type_code":4},{"time":"a\\u00e9\\n\\ud83d\\ude00","sim":null,"bytes":0,"more":[1.5e3,{"a":false}]},\
            {"bytes":9007199254740993,"time":"","network":{"mnc":"é","mcc":"1"}}],"more":true}""".getBytes(StandardCharsets.UTF_8);

    private static final byte[] SPACED = """
            {
              "more" : false,
              "new": {"deep": [[], {}, [null, -1, 2.50]]},
              "usage" : [
                { "sim" : "x", "time" : "t", "bytes" : -12, "network" : null },
                { "network_type_code":null , "by\\u0074es" : 1234567890123456789, "time" : "/\\/\\"" }
              ]\t
            }
            """.getBytes(StandardCharsets.UTF_8);

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What became of a document: a page and its unknown fields, or a kind of refusal. */
    private record Outcome(@Nullable ScannedPage page, int unknownFields, UsageException.@Nullable Kind refusal) {

        static Outcome of(final Supplier<ScannedPage> reading, final AtomicInteger unknownFields) {
            try {
                return new Outcome(reading.get(), unknownFields.get(), null);
            } catch (final UsageException refusal) {
                assertThat(unknownFields).hasValue(0);
                return new Outcome(null, 0, refusal.kind());
            }
        }
    }

    private static Outcome bound(final byte[] body) {
        final AtomicInteger unknown = new AtomicInteger();
        return Outcome.of(
                () -> (ScannedPage) StrictJson.read(answer(body), ScannedPage.class, unknown::addAndGet), unknown);
    }

    private static Outcome scanned(final byte[] body) {
        final AtomicInteger unknown = new AtomicInteger();
        return Outcome.of(() -> ScannedPage.read(JsonScanner.of(answer(body), unknown::addAndGet)), unknown);
    }

    private static HttpResponse answer(final byte[] body) {
        return new HttpResponse(200, HttpHeaders.none(), body);
    }

    @Test
    void undamaged_documents_are_read_to_the_same_value() {
        for (final byte[] document : new byte[][] {COMPACT, SPACED}) {
            assertThat(scanned(document)).isEqualTo(bound(document));
            assertThat(scanned(document).page()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damaged_documents_are_read_to_the_same_value_or_refused_for_the_same_reason(final long seed) {
        final Mutations mutations = new Mutations(seed);
        final Map<UsageException.Kind, Integer> refusals = new EnumMap<>(UsageException.Kind.class);
        int accepted = 0;
        for (int number = 0; number < CASES; number++) {
            final byte[] body = mutations.damage(number % 2 == 0 ? COMPACT : SPACED);
            final Outcome outcome = scanned(body);
            assertSame(body, outcome);
            if (outcome.refusal() == null) {
                accepted++;
            } else {
                refusals.merge(outcome.refusal(), 1, Integer::sum);
            }
        }
        assertThat(accepted).isGreaterThan(CASES / 20);
        assertThat(refusals.get(UsageException.Kind.INVALID_DATA)).isGreaterThan(CASES / 2);
        assertThat(refusals.get(UsageException.Kind.TOO_LARGE)).isPositive();
    }

    private static void assertSame(final byte[] body, final Outcome scanned) {
        final Outcome bound = bound(body);
        if (scanned.page() != null && bound.page() == null && hasRepeatedName(body)) {
            assertThat(scanned.page())
                    .isEqualTo(bound(withoutRepeatedNames(body)).page());
        } else {
            assertThat(scanned).as(new String(body, StandardCharsets.UTF_8)).isEqualTo(bound);
        }
    }

    /** Only unknown names may come twice: where a known one does, the scanner's value is missing, not equal. */
    private static boolean hasRepeatedName(final byte[] body) {
        return !bound(withoutRepeatedNames(body)).equals(bound(body));
    }

    private static byte[] withoutRepeatedNames(final byte[] body) {
        try {
            return LENIENT.writeValueAsBytes(LENIENT.readTree(body));
        } catch (final IOException notJson) {
            return body;
        }
    }
}
