package dev.anycarrier.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.Iccid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What must never be found in anything that comes out. */
final class Planted {

    static final Iccid SIM = Iccid.of("8944465400000217735");
    static final Iccid OTHER_SIM = Iccid.of("8944465400000217743");
    static final String SECRET = "planted-secret-d41d8cd98f";
    static final String TOKEN = "planted-token-00b204e980";
    static final String NEXT_TOKEN = "planted-token-09998ecf84";

    static final String STORE_PASSWORD = "planted-store-password-e9800998";

    private static final List<String> ALL =
            List.of(SECRET, TOKEN, NEXT_TOKEN, STORE_PASSWORD, SIM.value(), OTHER_SIM.value());

    private Planted() {}

    /** What a carrier that echoes everything it was sent would write. */
    static String echo(final String proof) {
        return "{\"message\":\"" + proof + " may not see " + SIM.value() + "\",\"code\":\"" + proof + "\"}";
    }

    static void requireAbsent(final String shown) {
        assertThat(shown).doesNotContain(ALL);
    }

    /** Looks into a failure from every side a logger, a debugger or another process could. */
    static void requireAbsent(final UsageException failure) {
        requireOwn(failure);
        requireAbsent(failure.toString());
        requireAbsent(failure.getLocalizedMessage());
        requireAbsent(failure.detail() + failure.question() + failure.carrierCode() + failure.resumeAt());
        final StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        requireAbsent(trace.toString());
        requireAbsent(new String(serialised(failure), StandardCharsets.ISO_8859_1));
    }

    /** No type of a library or of the JDK comes along, as a cause or beside it. */
    private static void requireOwn(final UsageException failure) {
        assertThat(failure).hasNoCause();
        assertThat(failure.getSuppressed()).allMatch(UsageException.class::isInstance);
    }

    private static byte[] serialised(final UsageException failure) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(failure);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(input.readObject()).hasToString(failure.toString());
        } catch (final IOException | ClassNotFoundException e) {
            throw new AssertionError("a failure can be sent to another process", e);
        }
        return bytes.toByteArray();
    }
}
