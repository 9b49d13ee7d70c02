package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;

/** Ways to let out by another door what has to stay in. */
final class EchoSaboteurs {

    private static final String KEY = "account-key";

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                    "SECRETS-08",
                    "logs what it sends",
                    () -> AcmeWith.sending((transport, request) -> {
                        Logger.getLogger("com.example.acme").fine(() -> "GET " + request.uri());
                        return transport.send(request);
                    })),
            Saboteur.of(
                    "SECRETS-09",
                    "writes the carrier's codes its own way",
                    () -> AcmeWith.usage(EchoSaboteurs::inCapitals)),
            Saboteur.of("SECRETS-10", "keeps cookies", () -> AcmeWith.context(KeepingCookies::new)),
            Saboteur.of("SECRETS-11", "takes its key for a text like any other", PlainKey::new));

    private EchoSaboteurs() {}

    private static UsageReport inCapitals(final UsageProvider acme, final SimId sim) {
        try {
            return acme.usage(sim);
        } catch (final UsageException e) {
            throw e.carrierCode()
                    .map(code -> e.toBuilder()
                            .carrierCode("ACME_" + code.substring(1).toUpperCase(Locale.ROOT))
                            .build())
                    .orElse(e);
        }
    }

    private static final class KeepingCookies extends ForwardingContext {

        private final AtomicReference<Optional<String>> cookie = new AtomicReference<>(Optional.empty());

        KeepingCookies(final ProviderContext context) {
            super(context);
        }

        @Override
        public Transport transport(final Authentication authentication) {
            final Transport transport = super.transport(authentication);
            return request -> {
                final HttpResponse answer = transport.send(withCookie(request));
                answer.headers().first("Set-Cookie").ifPresent(set -> cookie.set(Optional.of(set)));
                return answer;
            };
        }

        private HttpRequest withCookie(final HttpRequest request) {
            return cookie.get()
                    .map(value -> request.withOnlyHeader("Cookie", value))
                    .orElse(request);
        }
    }

    private static final class PlainKey extends AcmeWith.Factory {

        private static final Setting<String> PLAIN = Setting.text(KEY, "The key of the account.");

        @Override
        public List<Setting<?>> settings() {
            return super.settings().stream()
                    .<Setting<?>>map(setting -> setting.name().equals(KEY) ? PLAIN : setting)
                    .toList();
        }

        @Override
        public UsageProvider create(final ProviderContext context) {
            return super.create(new ForwardingContext(context) {
                @Override
                public ProviderSettings settings() {
                    return new KeyAsSecret(super.settings());
                }
            });
        }
    }

    private record KeyAsSecret(ProviderSettings settings) implements ProviderSettings {

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(final Setting<T> setting) {
            return setting.name().equals(KEY)
                    ? (T) SecretSource.fixed(Secret.of(settings.get(PlainKey.PLAIN)))
                    : settings.get(setting);
        }

        @Override
        public <T> Optional<T> find(final Setting<T> setting) {
            return settings.find(setting);
        }
    }
}
