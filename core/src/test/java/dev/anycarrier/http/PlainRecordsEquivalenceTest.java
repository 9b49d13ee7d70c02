package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read without Jackson is read to the same value with it. */
class PlainRecordsEquivalenceTest {

    private static final int CASES = 3_000;

    private static final ValueReader PLAIN =
            PlainRecords.reader(PlainWire.class).orElseThrow();

    private static final String COMPACT = """
            {"data":{"status":"ACTIVE","unlimited":false,"text":"a\\u00e9\\n","total":2048,"left":"12.50"},\
            "more":[{"id":"1","bytes":123},{"bytes":null,"id":""}],"meta":{"message":"success"}}""";

    private static final String SPACED = """
            {
              "new" : [1, {"a": 2}],
              "data" : { "total" : "000123", "status": "x-1_Y", "left" : -0.75 , "text":null },\t
              "more" : [ ]
            }
            """;

    /** What became of a document: a value and its unknown fields, or nothing. */
    private record Outcome(@Nullable Object value, int unknownFields) {}

    private static Outcome plain(final byte[] body) {
        final AtomicInteger unknown = new AtomicInteger();
        final Optional<Object> value =
                StrictJson.asPromised(new HttpResponse(200, HttpHeaders.none(), body), PLAIN, unknown::addAndGet);
        return new Outcome(value.orElse(null), unknown.get());
    }

    private static Outcome withJackson(final byte[] body) {
        final AtomicInteger unknown = new AtomicInteger();
        try {
            return new Outcome(JacksonReader.read(body, PlainWire.class, unknown::addAndGet), unknown.get());
        } catch (final UsageException refusal) {
            return new Outcome(null, 0);
        }
    }

    @Test
    void a_document_as_promised_needs_no_Jackson() {
        for (final String document : new String[] {COMPACT, SPACED}) {
            final byte[] body = document.getBytes(StandardCharsets.UTF_8);
            assertThat(plain(body).value()).isNotNull();
            assertThat(plain(body)).isEqualTo(withJackson(body));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_read_of_a_damaged_document_is_what_Jackson_reads(final long seed) {
        final Mutations mutations = new Mutations(seed);
        int read = 0;
        int left = 0;
        for (int number = 0; number < CASES; number++) {
            final byte[] body = mutations.damage((number % 2 == 0 ? COMPACT : SPACED).getBytes(StandardCharsets.UTF_8));
            final Outcome plain = plain(body);
            if (plain.value() != null) {
                read++;
                assertThat(plain).as(new String(body, StandardCharsets.UTF_8)).isEqualTo(withJackson(body));
            } else {
                left += withJackson(body).value() == null ? 0 : 1;
            }
        }
        assertThat(read).isGreaterThan(CASES / 20);
        // Few documents that are good, however odd, are not read.
        assertThat(left).isLessThan(read / 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"status\":\"A\",\"total\":1},\"meta\":{\"a\":1,\"a\":2}}",
                "{\"data\":{\"status\":\"A\",\"total\":1},\"meta\":[{\"a\":1,\"b\":2}]}",
                "{\"data\":{\"status\":7,\"total\":1}}",
                "{\"data\":{\"status\":\"A\",\"total\":1e3}}"
            })
    void what_only_Jackson_can_tell_is_left_to_it(final String document) {
        assertThat(plain(document.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Outcome(null, 0));
    }
}
