package dev.anycarrier.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.RetryAfter;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Short texts of others: identifiers and the header that says when to come again. */
final class Texts {

    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
    private static final int MASKED_LENGTH = 17;

    private Texts() {}

    /** An identifier, by itself and behind the name of an account: it is valid and its own, or refused. */
    static boolean sim(final byte[] input) {
        final String text = text(input);
        final Optional<Iccid> iccid = accepted(Iccid::of, text);
        final Optional<SimId> sim = accepted(SimId::parse, text);
        iccid.ifPresent(one -> assertThat(sim).contains(one));
        iccid.ifPresent(one -> assertThat(one.value()).matches("[0-9]{17,22}"));
        iccid.ifPresent(one -> assertThat(one.hasValidCheckDigit())
                .isEqualTo(Iccid.of(one.value() + "F").hasValidCheckDigit()));
        sim.ifPresent(one -> assertThat(one.value()).matches("[-\\w.]{1,64}"));
        sim.ifPresent(one -> assertThat(SimId.parse(one.value())).isEqualTo(one));
        sim.filter(one -> one.value().length() >= MASKED_LENGTH)
                .ifPresent(one -> assertThat(one.toString()).doesNotContain(one.value()));
        accepted(SimRef::parse, text)
                .ifPresent(one -> assertThat(
                                SimRef.parse(one.account() + ":" + one.sim().value()))
                        .isEqualTo(one));
        return sim.isPresent();
    }

    /** {@code Retry-After}: each line of the input but the first is one, the first is the {@code Date}. */
    static boolean retryAfter(final byte[] input) {
        final List<String> lines =
                new String(input, StandardCharsets.ISO_8859_1).lines().toList();
        HttpHeaders headers = HttpHeaders.none();
        for (int line = 0; line < lines.size(); line++) {
            try {
                headers = headers.with(line == 0 ? "Date" : "Retry-After", lines.get(line));
            } catch (final IllegalArgumentException noHeader) {
                return false;
            }
        }
        final Optional<Duration> wait = RetryAfter.read(headers, NOW);
        wait.ifPresent(one -> assertThat(one).isBetween(Duration.ZERO, RetryAfter.MAXIMUM));
        return wait.isPresent();
    }

    private static <T> Optional<T> accepted(final Function<String, T> reader, final String text) {
        try {
            return Optional.of(reader.apply(text));
        } catch (final IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContainingAny("\r", "\n");
            if (text.length() >= MASKED_LENGTH && text.chars().allMatch(Character::isDigit)) {
                assertThat(refused).hasMessageNotContaining(text);
            }
            return Optional.empty();
        }
    }

    private static String text(final byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
