package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderSettings;
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
import dev.anycarrier.usage.UsageWarning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Ways to let out what has to stay in. */
final class SecretSaboteurs {

    private static final String KEY_HEADER = "X-Acme-Account";

    static final List<Saboteur> ALL = List.of(
            Saboteur.of("SECRETS-01", "says which SIM it was", () -> AcmeWith.usage(SecretSaboteurs::namingTheSim)),
            Saboteur.of("SECRETS-01", "shows what it sent", () -> AcmeWith.context(ShowingRequests::new)),
            Saboteur.of(
                    "SECRETS-02",
                    "quotes the carrier",
                    () -> AcmeWith.answers(answer -> {
                        if (answer.status() != 200) {
                            throw UsageException.of(Kind.PROTOCOL, "the carrier says " + Answers.body(answer))
                                    .build();
                        }
                        return answer;
                    })),
            Saboteur.of("SECRETS-03", "brings the cause along", () -> AcmeWith.usage(SecretSaboteurs::withCause)),
            Saboteur.of(
                    "SECRETS-04",
                    "warns about SIMs by their whole name",
                    () -> AcmeWith.report(report -> Altered.report(
                            report,
                            parts -> parts.warnings.add(new UsageWarning(
                                    UsageWarning.Kind.INCONSISTENT, report.sim().value() + " is odd"))))),
            Saboteur.of("SECRETS-05", "writes its key into the URL", () -> AcmeWith.context(KeyInUrl::new)),
            Saboteur.of(
                    "HYGIENE-01",
                    "has a client of its own",
                    () -> AcmeWith.sending((transport, request) -> {
                        get(request.uri());
                        return transport.send(request);
                    })),
            Saboteur.of(
                    "SECRETS-06",
                    "looks where it is sent to",
                    () -> AcmeWith.answers(answer -> {
                        answer.headers().first("Location").map(URI::create).ifPresent(SecretSaboteurs::get);
                        return answer;
                    })),
            Saboteur.of("SECRETS-07", "reads its secrets once and for all", () -> AcmeWith.context(ReadOnce::new)));

    private SecretSaboteurs() {}

    private static UsageReport namingTheSim(final UsageProvider acme, final SimId sim) {
        try {
            return acme.usage(sim);
        } catch (final UsageException e) {
            throw e.toBuilder().detail(e.detail() + " for " + sim.value()).build();
        }
    }

    private static UsageReport withCause(final UsageProvider acme, final SimId sim) {
        try {
            return acme.usage(sim);
        } catch (final UsageException e) {
            e.initCause(new IOException("the whole story"));
            throw e;
        }
    }

    /** By a way that no engine watches. */
    private static void get(final URI address) {
        try {
            final HttpURLConnection connection =
                    (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.getResponseCode();
            connection.disconnect();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Handles each request after it was signed. */
    private abstract static class AfterSigning extends ForwardingContext {

        AfterSigning(final ProviderContext context) {
            super(context);
        }

        abstract HttpResponse send(Transport transport, HttpRequest signed);

        @Override
        public Transport transport(final Authentication authentication) {
            final Transport plain = super.transport(Authentication.none());
            return request -> send(plain, ((Authentication.Signing) authentication).apply(request));
        }
    }

    private static final class ShowingRequests extends AfterSigning {

        ShowingRequests(final ProviderContext context) {
            super(context);
        }

        @Override
        HttpResponse send(final Transport transport, final HttpRequest signed) {
            final HttpResponse answer = transport.send(signed);
            if (answer.status() >= 500) {
                throw UsageException.of(
                                Kind.PROTOCOL, "sent with " + signed.headers().all(KEY_HEADER))
                        .build();
            }
            return answer;
        }
    }

    private static final class KeyInUrl extends AfterSigning {

        KeyInUrl(final ProviderContext context) {
            super(context);
        }

        @Override
        HttpResponse send(final Transport transport, final HttpRequest signed) {
            final HttpRequest[] request = {
                HttpRequest.of(
                        signed.method(),
                        URI.create(signed.uri() + "?key="
                                + signed.headers().first(KEY_HEADER).orElseThrow()))
            };
            signed.headers().forEach((name, value) -> request[0] = request[0].withHeader(name, value));
            return transport.send(request[0]);
        }
    }

    private static final class ReadOnce extends ForwardingContext {

        ReadOnce(final ProviderContext context) {
            super(context);
        }

        @Override
        public ProviderSettings settings() {
            final ProviderSettings settings = super.settings();
            return new ProviderSettings() {
                @Override
                public <T> T get(final Setting<T> setting) {
                    return find(setting).orElseThrow();
                }

                @Override
                @SuppressWarnings("unchecked")
                public <T> Optional<T> find(final Setting<T> setting) {
                    return settings.find(setting)
                            .map(value -> value instanceof SecretSource source
                                    ? (T) SecretSource.fixed(source.current())
                                    : value);
                }
            };
        }
    }
}
