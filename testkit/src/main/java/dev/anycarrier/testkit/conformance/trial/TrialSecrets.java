package dev.anycarrier.testkit.conformance.trial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The secrets of an account on trial, and how often they were read. Thread-safe. */
public final class TrialSecrets {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int SHORTEST_TOKEN = 16;

    private final Map<String, String> configured = new ConcurrentHashMap<>();
    private final Map<String, String> accepted;
    private final AtomicInteger reads = new AtomicInteger();

    /**
     * The secrets among an account's settings.
     *
     * @param names which settings are secrets
     * @param settings all settings
     */
    TrialSecrets(final Set<String> names, final Map<String, String> settings) {
        settings.forEach((name, value) -> {
            if (names.contains(name)) {
                configured.put(name, value);
            }
        });
        this.accepted = Map.copyOf(configured);
    }

    /** Sources of the secrets by the setting's name, which count how often they are read. */
    public Map<String, SecretSource> sources() {
        final Map<String, SecretSource> sources = new HashMap<>();
        accepted.keySet()
                .forEach(name -> sources.put(name, () -> {
                    reads.incrementAndGet();
                    return Secret.of(Objects.requireNonNull(configured.get(name)));
                }));
        return sources;
    }

    /** Rotates every secret to one of the same form that the carrier does not know, while the account is open. */
    public void spoil() {
        configured.replaceAll((name, value) -> spoilt(value));
    }

    /** Rotates every secret back to the one that the carrier knows. */
    public void restore() {
        configured.putAll(accepted);
    }

    /** Another text of the same length and the same kinds of characters. */
    private static String spoilt(final String secret) {
        final char last = secret.charAt(secret.length() - 1);
        final char other = Character.isDigit(last) ? (last == '7' ? '3' : '7') : (last == 'x' ? 'y' : 'x');
        return secret.substring(0, secret.length() - 1) + other;
    }

    public int reads() {
        return reads.get();
    }

    /** The configured secrets. */
    public Set<String> configured() {
        return Set.copyOf(configured.values());
    }

    /** The configured secrets and the access tokens that were given out. */
    public Set<String> all(final List<Exchange> exchanges) {
        final Set<String> all = new HashSet<>(configured());
        exchanges.stream().filter(Exchange::isForToken).forEach(exchange -> all.addAll(tokens(exchange.answer())));
        return all;
    }

    /** The first secret that the text holds, by a name that can be shown. */
    public Optional<String> heldBy(final String text, final List<Exchange> exchanges) {
        for (final Map.Entry<String, String> secret : configured.entrySet()) {
            if (text.contains(secret.getValue())) {
                return Optional.of("the setting " + secret.getKey());
            }
        }
        return all(exchanges).stream().filter(text::contains).findFirst().map(token -> "an access token");
    }

    /** Every longer text in the answer of a token endpoint may be a token: the kit does not know the carrier's names. */
    private static Set<String> tokens(final HttpResponse answer) {
        final Set<String> tokens = new HashSet<>();
        try (JsonParser parser = JSON.createParser(answer.body())) {
            for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
                if (next == JsonToken.VALUE_STRING && parser.getText().length() >= SHORTEST_TOKEN) {
                    tokens.add(parser.getText());
                }
            }
        } catch (final IOException e) {
            // What came before the broken place counts.
        }
        return tokens;
    }
}
