package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A compressed body is undone once, within the bound, or refused. */
class ContentEncodingTest {

    private static final String TEXT = "{\"data\":{\"remaining\":767}}".repeat(100);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void a_gzip_body_is_decompressed(final String encoding) throws Exception {
        assertThat(decoded(encoding, gzip(TEXT))).isEqualTo(TEXT);
    }

    @Test
    void a_gzip_body_whose_header_has_every_optional_part_is_decompressed() throws Exception {
        final byte[] plain = gzip(TEXT);
        final ByteArrayOutputStream decorated = new ByteArrayOutputStream();
        decorated.write(new byte[] {0x1f, (byte) 0x8b, 8, 0b1_1111, 0, 0, 0, 0, 0, 0});
        decorated.write(new byte[] {3, 0, 'a', 'b', 'c'});
        decorated.write(Answers.bytes("name\0comment\0"));
        final CRC32 checksum = new CRC32();
        checksum.update(decorated.toByteArray());
        decorated.write(new byte[] {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)});
        decorated.write(plain, 10, plain.length - 10);
        assertThat(decoded("gzip", decorated.toByteArray())).isEqualTo(TEXT);
    }

    @Test
    void an_identical_body_is_left_alone() throws Exception {
        assertThat(decoded("identity", Answers.bytes(TEXT))).isEqualTo(TEXT);
    }

    @Test
    void an_empty_body_needs_no_decompression() throws Exception {
        assertThat(decoded("gzip", new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip\r\nContent-Encoding: gzip", "zstd", "nonsense", ""})
    void any_other_encoding_is_refused(final String encoding) throws Exception {
        assertThat(failure(encoding, gzip(TEXT)).kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void gzip_within_gzip_is_undone_once() throws Exception {
        final byte[] inner = gzip(TEXT);
        assertThat(Answers.bytes(decoded("gzip", gzip(inner)))).isEqualTo(inner);
    }

    @Test
    void a_gzip_body_that_is_cut_off_anywhere_is_refused() throws Exception {
        final byte[] whole = gzip(TEXT);
        for (int length = 1; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void a_gzip_body_with_a_wrong_checksum_or_length_is_refused() throws Exception {
        for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
            final byte[] damaged = gzip(TEXT);
            damaged[damaged.length - fromEnd] ^= 1;
            assertRefused(damaged);
        }
    }

    @Test
    void a_gzip_body_with_something_behind_it_is_refused() throws Exception {
        final byte[] whole = gzip(TEXT);
        assertRefused(Arrays.copyOf(whole, whole.length + 1));
        final byte[] twice = Arrays.copyOf(whole, 2 * whole.length);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);
        assertRefused(twice);
    }

    @Test
    void a_body_that_is_not_gzip_though_it_says_so_is_refused() throws Exception {
        assertRefused(Answers.bytes(TEXT));
        final byte[] reserved = gzip(TEXT);
        reserved[3] |= (byte) 0x80;
        assertRefused(reserved);
    }

    @Test
    void a_gzip_body_that_decompresses_to_the_bound_is_accepted_and_to_one_byte_more_is_too_large() throws Exception {
        final String fits = "x".repeat(Clients.MAXIMUM_BODY);
        assertThat(decoded("gzip", gzip(fits))).isEqualTo(fits);
        assertThat(failure("gzip", gzip(fits + "x")).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void a_gzip_bomb_is_given_up_at_the_bound_so_that_its_broken_end_is_never_seen() {
        final byte[] bomb = gzip(new byte[50_000_000]);
        final byte[] broken = Arrays.copyOf(bomb, bomb.length / 2);
        assertThat(bomb).hasSizeLessThan(Clients.MAXIMUM_BODY);
        assertThat(unpackingFailure(broken).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    private static void assertRefused(final byte[] body) {
        final UsageException failure = unpackingFailure(body);
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining("a carrier sent a gzip body that is cut off");
    }

    private static UsageException unpackingFailure(final byte[] body) {
        return catchThrowableOfType(
                UsageException.class, () -> GzipReader.read(body, Clients.MAXIMUM_BODY, new Peer("a carrier")));
    }

    private static String decoded(final String encoding, final byte[] body) throws IOException {
        try (RawServer server = answering(encoding, body);
                BoundedHttpClient client = Clients.open()) {
            return new String(Clients.get(client, server.uri("/")).body(), StandardCharsets.ISO_8859_1);
        }
    }

    private static UsageException failure(final String encoding, final byte[] body) throws IOException {
        try (RawServer server = answering(encoding, body);
                BoundedHttpClient client = Clients.open()) {
            return Clients.failure(client, server.uri("/"));
        }
    }

    private static RawServer answering(final String encoding, final byte[] body) throws IOException {
        final String head =
                Answers.headOnly("200 OK", "Content-Encoding: " + encoding, "Content-Length: " + body.length);
        return RawServer.start(talk -> {
            talk.readRequest();
            talk.send(Answers.bytes(head), body);
            talk.awaitClose();
        });
    }

    private static byte[] gzip(final String latin1) {
        return gzip(Answers.bytes(latin1));
    }

    private static byte[] gzip(final byte[] content) {
        final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
