package dev.anycarrier.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsageExceptionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final UsageException full = UsageException.of(Kind.TOO_MANY_REQUESTS, "HTTP 429")
            .question("usage of SIM 8944…7738")
            .account("airalo-eu")
            .provider("airalo")
            .status(429)
            .carrierCode("73")
            .notBefore(NOW)
            .limitScope(LimitScope.SIM)
            .resumeAt(Optional.of("cursor"))
            .correlationId("c0ffee")
            .build();

    @Test
    void the_message_says_what_was_asked_of_whom_what_came_back_and_what_to_do() {
        assertThat(full)
                .hasMessage("TOO_MANY_REQUESTS: usage of SIM 8944…7738 from account airalo-eu (airalo): HTTP 429, "
                        + "carrier code 73, limit per SIM, not before 2026-11-20T12:00:00Z; ask again later [c0ffee]");
        assertThat(UsageException.of(Kind.NOT_FOUND, "HTTP 404").build())
                .hasMessage("NOT_FOUND: HTTP 404; check the identifier and the account");
        assertThat(UsageException.unavailable(UnavailableCause.TLS, "certificate expired")
                        .account("a")
                        .build())
                .hasMessage(
                        "UNAVAILABLE (TLS): account a: certificate expired; try again; if it stays, ask the carrier");
        assertThat(UsageException.unavailable(UnavailableCause.LOCAL, "no thread")
                        .build())
                .hasMessage(
                        "UNAVAILABLE (LOCAL): no thread; try again; if it stays, look at what this process runs on");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_kind_has_a_code_and_an_advice(final Kind kind) {
        final UsageException failure = UsageException.of(kind, "detail").build();

        assertThat(kind.code()).matches("[A-Z_]+");
        assertThat(failure.getMessage()).startsWith(kind.name()).endsWith("; " + kind.advice());
    }

    @ParameterizedTest
    @EnumSource(UnavailableCause.class)
    void what_is_unavailable_may_be_tried_again_except_for_a_broken_trust(final UnavailableCause cause) {
        final UsageException failure =
                UsageException.unavailable(cause, "detail").build();

        assertThat(failure.retryable()).isEqualTo(cause != UnavailableCause.TLS);
        assertThat(failure.unavailableCause()).contains(cause);
    }

    @Test
    void another_kind_keeps_the_parts_but_not_the_retrying() {
        final UsageException other = full.toBuilder().as(Kind.GONE, "recycled").build();

        assertThat(other.kind()).isEqualTo(Kind.GONE);
        assertThat(other.detail()).isEqualTo("recycled");
        assertThat(other.retryable()).isFalse();
        assertThat(other.carrierCode()).contains("73");
        assertThat(other.status()).hasValue(429);
        assertThat(other.account()).contains("airalo-eu");
        assertThat(other.resumeAt()).contains("cursor");
        assertThat(other.getStackTrace()).isEqualTo(full.getStackTrace());
    }

    @Test
    void it_survives_serialisation_with_all_its_parts() throws IOException, ClassNotFoundException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(full);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            final UsageException read = (UsageException) in.readObject();

            assertThat(read).hasMessage(full.getMessage()).hasNoCause();
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFields("stackTrace", "suppressedExceptions", "cause")
                    .isEqualTo(full);
        }
    }

    @Test
    void what_nobody_knows_is_empty() {
        final UsageException failure =
                UsageException.of(Kind.CANCELLED, "interrupted").build();

        assertThat(failure.question()).isEmpty();
        assertThat(failure.provider()).isEmpty();
        assertThat(failure.account()).isEmpty();
        assertThat(failure.status()).isEmpty();
        assertThat(failure.carrierCode()).isEmpty();
        assertThat(failure.unavailableCause()).isEmpty();
        assertThat(failure.notBefore()).isEmpty();
        assertThat(failure.limitScope()).isEmpty();
        assertThat(failure.resumeAt()).isEmpty();
        assertThat(failure.correlationId()).isEmpty();
        assertThat(failure).hasNoCause();
    }
}
