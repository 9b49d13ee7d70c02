package dev.anycarrier.testkit.template;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How requests to a simulated carrier prove who asks. The secrets are drawn from the seed. */
public sealed interface SimulatedAuthentication {

    /** Anybody may ask. */
    static SimulatedAuthentication none() {
        return new Headers(List.of());
    }

    /**
     * A header with a secret on every request.
     *
     * @param name the header's name, such as {@code Authorization}
     * @param prefix what stands before the secret, such as {@code Bearer } with its blank; or empty
     * @param setting the setting of the provider that holds the secret, such as {@code api-key}
     */
    static Headers header(final String name, final String prefix, final String setting) {
        return new Headers(List.of(new SecretHeader(name, prefix, setting)));
    }

    /**
     * Client credentials in a form are exchanged for a bearer token (RFC 6749, 4.4), which is accepted for a day.
     *
     * @param path the path of the token endpoint
     * @param idSetting the setting of the provider that holds the client's identifier
     * @param secretSetting the setting of the provider that holds the client's secret
     */
    static TokenEndpoint tokenEndpoint(final String path, final String idSetting, final String secretSetting) {
        return new TokenEndpoint(path, idSetting, secretSetting, Duration.ofDays(1));
    }

    /**
     * Headers with secrets on every request.
     *
     * @param headers the headers, all of which are needed
     */
    record Headers(List<SecretHeader> headers) implements SimulatedAuthentication {

        /** Copies the headers. */
        public Headers {
            headers = List.copyOf(headers);
        }

        /** One more header, as in {@link SimulatedAuthentication#header}. */
        public Headers and(final String name, final String prefix, final String setting) {
            return new Headers(Stream.concat(headers.stream(), Stream.of(new SecretHeader(name, prefix, setting)))
                    .toList());
        }
    }

    /**
     * A header with a secret.
     *
     * @param name its name
     * @param prefix what stands before the secret, or empty
     * @param setting the setting of the provider that holds the secret
     */
    record SecretHeader(String name, String prefix, String setting) {

        /** Checks that every part is there. */
        public SecretHeader {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(prefix, "prefix");
            Objects.requireNonNull(setting, "setting");
        }
    }

    /**
     * An endpoint that exchanges client credentials for a bearer token.
     *
     * @param path its path
     * @param idSetting the setting of the provider that holds the client's identifier
     * @param secretSetting the setting of the provider that holds the client's secret
     * @param lifetime how long a token is accepted
     */
    record TokenEndpoint(String path, String idSetting, String secretSetting, Duration lifetime)
            implements SimulatedAuthentication {

        /** Checks that every part is there. */
        public TokenEndpoint {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(idSetting, "idSetting");
            Objects.requireNonNull(secretSetting, "secretSetting");
            Objects.requireNonNull(lifetime, "lifetime");
        }

        /** The same with tokens that are accepted for another time. */
        public TokenEndpoint withLifetime(final Duration newLifetime) {
            return new TokenEndpoint(path, idSetting, secretSetting, newLifetime);
        }
    }
}
