package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Caller.ATTEMPT;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static dev.anycarrier.testkit.fault.Script.accept;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bytes of a well-framed body mean. */
class EncodingFaultTest {

    private static final byte[] BODY =
            Said.usageOf(Planted.SIM, TOTAL, REMAINING).getBytes(StandardCharsets.UTF_8);
    private static final int MEGABYTES = 1 << 20;

    @Test
    @Fault("FRM-13")
    void a_body_that_grows_a_thousandfold_stops_at_the_bound_and_costs_little_memory() {
        final byte[] bomb = Answer.gzip(new byte[64 * MEGABYTES]);
        assertThat(bomb.length).isLessThan(64 * MEGABYTES / 900);
        // Once for whatever is made only once.
        ask("gzip", bomb).is(Kind.TOO_LARGE);

        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        ask("gzip", bomb).is(Kind.TOO_LARGE).mayNotBeRetried().after(1);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(24L * MEGABYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, gzip"})
    @Fault("FRM-13")
    void a_nested_body_that_grows_a_thousandfold_never_unfolds(final String coding) {
        final byte[] nested = Answer.gzip(Answer.gzip(new byte[64 * MEGABYTES]));
        ask(coding, nested)
                .isOneOf(Kind.TOO_LARGE, Kind.PROTOCOL, Kind.INVALID_DATA)
                .mayNotBeRetried()
                .after(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "X-GZip"})
    @Fault("FRM-15")
    void gzip_is_decoded_however_it_is_spelled(final String coding) {
        ask(coding, Answer.gzip(BODY)).isOk(TOTAL, REMAINING).after(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "compress", "zstd", "rot13", "gzip, gzip", "gzip, br", ",", "gzip;q=1"})
    @Fault("FRM-15")
    void a_coding_that_was_not_asked_for_is_refused_and_not_guessed(final String coding) {
        ask(coding, Answer.gzip(BODY)).is(Kind.PROTOCOL).mayNotBeRetried().after(1);
        ask(coding, BODY).is(Kind.PROTOCOL).mayNotBeRetried().after(1);
    }

    @Test
    @Fault("FRM-16")
    void gzip_that_is_cut_short_is_no_answer_wherever_it_is_cut() {
        final byte[] whole = Answer.gzip(BODY);
        for (final int length : new int[] {1, 9, 10, 20, whole.length - 8, whole.length - 4, whole.length - 1}) {
            ask("gzip", Arrays.copyOf(whole, length)).is(Kind.PROTOCOL).after(1);
        }
    }

    @Test
    @Fault("FRM-16")
    void gzip_with_a_wrong_checksum_or_length_is_no_answer() {
        for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
            final byte[] wrong = Answer.gzip(BODY);
            wrong[wrong.length - fromEnd] ^= 1;
            ask("gzip", wrong).is(Kind.PROTOCOL).mayNotBeRetried().after(1);
        }
    }

    @Test
    @Fault("FRM-16")
    void a_body_that_only_claims_to_be_gzip_is_no_answer() {
        ask("gzip", BODY).is(Kind.PROTOCOL).after(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=bogus",
                "application/json; charset=",
                "application/json; charset",
                "application/json; charset=utf-16",
                "application/json; charset=\"iso-8859-1\"",
                "application/json;;;",
                "Application/JSON"
            })
    @Fault("FRM-17")
    void json_is_utf_8_whatever_charset_is_declared(final String mediaType) {
        said(mediaType, BODY).isOk(TOTAL, REMAINING).after(1);
    }

    @Test
    @Fault("FRM-17")
    void a_byte_order_mark_is_skipped() {
        said("application/json", "\uFEFF" + Said.usageOf(Planted.SIM, TOTAL, REMAINING), StandardCharsets.UTF_8)
                .isOk(TOTAL, REMAINING)
                .after(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    @Fault("FRM-17")
    void json_that_is_not_utf_8_is_refused_even_if_it_says_so(final String charset) {
        said(
                        "application/json; charset=" + charset,
                        Said.usageOf(Planted.SIM, TOTAL, REMAINING),
                        Charset.forName(charset))
                .is(Kind.INVALID_DATA)
                .mayNotBeRetried()
                .after(1);
    }

    @Test
    @Fault("FRM-17")
    void bytes_that_are_not_utf_8_are_refused_even_where_nobody_reads_them() {
        final byte[] body = "{\"note\":\"@@\",".getBytes(StandardCharsets.US_ASCII);
        body[9] = (byte) 0xc3;
        body[10] = (byte) 0x28;
        final byte[] whole = Arrays.copyOf(body, body.length + BODY.length - 1);
        System.arraycopy(BODY, 1, whole, body.length, BODY.length - 1);

        said("application/json", whole).is(Kind.INVALID_DATA).mayNotBeRetried().after(1);
    }

    private static Outcome ask(final String coding, final byte[] body) {
        return asked(Answer.of(200, body)
                .withHeader("Content-Type", "application/json")
                .withHeader("Content-Encoding", coding));
    }

    private static Outcome said(final String mediaType, final String body, final Charset charset) {
        return said(mediaType, body.getBytes(charset));
    }

    private static Outcome said(final String mediaType, final byte[] body) {
        return asked(Answer.of(200, body).withHeader("Content-Type", mediaType));
    }

    private static Outcome asked(final Answer answer) {
        return AskedOnce.of(accept().readRequest().answer(answer)).within(ATTEMPT);
    }
}
