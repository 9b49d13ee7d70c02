package dev.anycarrier.engine;

import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.UsageException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The last look at an error before it leaves: a carrier may echo what it was sent, and a provider may quote it. Whatever
 * holds a secret, an access token or the SIM's whole identifier is masked. Thread-safe.
 */
public final class Redactor {

    private static final String MASK = "***";

    private final List<SecretSource> secrets;
    private final Supplier<List<Secret>> tokens;

    /**
     * A redactor.
     *
     * @param secrets the account's secrets
     * @param tokens the access tokens in use, and those in use just before
     */
    public Redactor(final Collection<SecretSource> secrets, final Supplier<List<Secret>> tokens) {
        this.secrets = List.copyOf(secrets);
        this.tokens = tokens;
    }

    UsageException.Builder redact(final UsageException failure, final Question question) {
        final String detail = redact(failure.detail(), question);
        final UsageException.Builder redacted = detail.equals(failure.detail())
                ? failure.toBuilder()
                : failure.toBuilder().detail(detail);
        failure.carrierCode().ifPresent(code -> redacted.carrierCode(redact(code, question)));
        // Half a cursor is none.
        if (failure.resumeAt()
                .filter(cursor -> secrets().anyMatch(cursor::contains))
                .isPresent()) {
            redacted.resumeAt(Optional.empty());
        }
        return redacted;
    }

    private String redact(final String text, final Question question) {
        return Stream.concat(secrets(), question.sim().map(sim -> sim.value()).stream())
                .reduce(text, (shown, forbidden) -> shown.replace(forbidden, MASK));
    }

    /** Secrets and tokens, each as it is and as it stands in a form. */
    private Stream<String> secrets() {
        return Stream.concat(
                        secrets.stream().flatMap(source -> current(source).stream()),
                        tokens.get().stream().map(Secret::reveal))
                .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)));
    }

    /** A source that fails here has failed where it mattered, too: that failure is the one being told. */
    private static Optional<String> current(final SecretSource source) {
        try {
            return Optional.of(source.current().reveal());
        } catch (final RuntimeException e) {
            return Optional.empty();
        }
    }
}
