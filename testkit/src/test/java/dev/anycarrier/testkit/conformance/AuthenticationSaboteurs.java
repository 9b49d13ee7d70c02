package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.AccessToken;
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
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to prove too little, too much, or that somebody else asks. */
final class AuthenticationSaboteurs {

    private static final Pattern LIFETIME = Pattern.compile("\"expires_in\":([^,}]*)");

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                    "AUTHENTICATION-03",
                    "takes refused keys for a refused question",
                    () -> AcmeWith.usage(AuthenticationSaboteurs::takingKeysForInput)),
            Saboteur.of(
                    "AUTHENTICATION-04",
                    "keeps the keys of the first request",
                    () -> AcmeWith.context(KeepingSecrets::new)),
            Saboteur.of("AUTHENTICATION-05", "signs for the account that was opened last", LatestKeys::new),
            Saboteur.of(
                    "AUTHENTICATION-06",
                    "adds its key where it is already",
                    () -> AcmeWith.context(context -> new ForwardingContext(context) {
                        @Override
                        public Transport transport(final Authentication authentication) {
                            final Authentication.Signing keys = (Authentication.Signing) authentication;
                            return super.transport((Authentication.Signing) request -> twice(keys.apply(request)));
                        }
                    })),
            withTokens(
                            "AUTHENTICATION-07",
                            "does not see that its token was taken back",
                            exchange -> new AcmeWithTokens.Same(exchange) {
                                @Override
                                public boolean refuses(final HttpResponse response) {
                                    return false;
                                }
                            })
                    .andMayBreak("AUTHENTICATION-06"),
            withAuthentication("AUTHENTICATION-08", "fetches a token for each question", FetchingAlways::new)
                    .andMayBreak("AUTHENTICATION-11"),
            withTokens(
                    "AUTHENTICATION-09",
                    "takes a missing token endpoint for a missing SIM",
                    exchange -> new AcmeWithTokens.Same(exchange) {
                        @Override
                        public AccessToken fetchToken(final Transport transport) {
                            return mapping(super::fetchToken, transport);
                        }
                    }),
            withTokens(
                    "AUTHENTICATION-10",
                    "asks without a token when it got none",
                    exchange -> new AcmeWithTokens.Same(exchange) {
                        @Override
                        public AccessToken fetchToken(final Transport transport) {
                            return anonymousIfNone(super::fetchToken, transport);
                        }
                    }),
            withTokens("AUTHENTICATION-11", "believes any lifetime", exchange -> new AcmeWithTokens.Same(exchange) {
                @Override
                public AccessToken fetchToken(final Transport transport) {
                    return believing(super::fetchToken, transport);
                }
            }));

    private AuthenticationSaboteurs() {}

    private static Saboteur withTokens(
            final String breaks, final String how, final UnaryOperator<Authentication.TokenExchange> change) {
        return Saboteur.of(breaks, how, () -> AcmeWithTokens.tokens(change)).at(new AcmeWithTokens.Simulator());
    }

    private static Saboteur withAuthentication(
            final String breaks,
            final String how,
            final BiFunction<Authentication.TokenExchange, ProviderContext, Authentication> change) {
        return Saboteur.of(breaks, how, () -> AcmeWithTokens.authentication(change))
                .at(new AcmeWithTokens.Simulator());
    }

    /** Asks for a token as the engine lets it. */
    @FunctionalInterface
    private interface Fetching {

        AccessToken fetch(Transport transport);
    }

    private static UsageReport takingKeysForInput(final UsageProvider acme, final SimId sim) {
        try {
            return acme.usage(sim);
        } catch (final UsageException e) {
            throw e.carrierCode().equals(Optional.of("KEY_REFUSED"))
                    ? UsageException.of(Kind.REJECTED_INPUT, "refused").build()
                    : e;
        }
    }

    private static HttpRequest twice(final HttpRequest request) {
        return request.withHeader(
                "X-Acme-Account", request.headers().first("X-Acme-Account").orElseThrow());
    }

    private static AccessToken mapping(final Fetching fetching, final Transport transport) {
        try {
            return fetching.fetch(transport);
        } catch (final UsageException e) {
            throw e.status().orElse(0) == 404
                    ? UsageException.of(Kind.NOT_FOUND, "HTTP 404").build()
                    : e;
        }
    }

    private static AccessToken anonymousIfNone(final Fetching fetching, final Transport transport) {
        try {
            return fetching.fetch(transport);
        } catch (final UsageException e) {
            if (e.status().isEmpty() && e.kind() == Kind.AUTHENTICATION_FAILED) {
                return new AccessToken(Secret.of("anonymous"), Duration.ofMinutes(1));
            }
            throw e;
        }
    }

    private static AccessToken believing(final Fetching fetching, final Transport transport) {
        final AtomicReference<String> lifetime = new AtomicReference<>("");
        final AccessToken token = fetching.fetch(request -> {
            final HttpResponse answer = transport.send(request);
            final Matcher matcher = LIFETIME.matcher(Answers.body(answer));
            lifetime.set(matcher.find() ? matcher.group(1) : "60");
            return answer;
        });
        return new AccessToken(token.secret(), Duration.ofSeconds(Long.parseLong(lifetime.get())));
    }

    private record FetchingAlways(Authentication.TokenExchange exchange, ProviderContext context)
            implements Authentication.Signing {

        @Override
        public HttpRequest apply(final HttpRequest request) {
            final Transport plain = context.transport(Authentication.none());
            return exchange.apply(request, exchange.fetchToken(plain));
        }
    }

    private static final class LatestKeys extends AcmeWith.Factory {

        private final AtomicReference<Authentication.Signing> latest = new AtomicReference<>(request -> request);

        @Override
        public UsageProvider create(final ProviderContext context) {
            return super.create(new ForwardingContext(context) {
                @Override
                public Transport transport(final Authentication authentication) {
                    latest.set((Authentication.Signing) authentication);
                    return super.transport(
                            (Authentication.Signing) request -> latest.get().apply(request));
                }
            });
        }
    }

    private static final class KeepingSecrets extends ForwardingContext {

        KeepingSecrets(final ProviderContext context) {
            super(context);
        }

        @Override
        public ProviderSettings settings() {
            final ProviderSettings settings = super.settings();
            return new ProviderSettings() {
                @Override
                @SuppressWarnings("unchecked")
                public <T> T get(final Setting<T> setting) {
                    final T value = settings.get(setting);
                    return value instanceof SecretSource source ? (T) new Kept(source, new AtomicReference<>()) : value;
                }

                @Override
                public <T> Optional<T> find(final Setting<T> setting) {
                    return settings.find(setting);
                }
            };
        }
    }

    private record Kept(SecretSource source, AtomicReference<Secret> first) implements SecretSource {

        @Override
        public Secret current() {
            first.compareAndSet(null, source.current());
            return first.get();
        }
    }
}
