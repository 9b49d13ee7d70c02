package dev.anycarrier.spi;

/**
 * How requests of an account prove who they are. A provider hands over the strategy, the engine decides when it runs.
 * Implementations are thread-safe and read secrets anew each time.
 */
public sealed interface Authentication {

    /** Requests that need no proof. */
    static Authentication none() {
        return (Signing) request -> request;
    }

    /** A strategy that completes each request by itself: with one or more headers, or a signature. */
    @FunctionalInterface
    non-sealed interface Signing extends Authentication {

        /** The request with its proof. */
        HttpRequest apply(HttpRequest request);
    }

    /**
     * A strategy that first exchanges credentials for a token. The engine keeps the token, fetches it once for all
     * callers, and fetches a new one before it ends or when the carrier refuses it.
     */
    non-sealed interface TokenExchange extends Authentication {

        /**
         * Asks the carrier for a token: one request.
         *
         * @param transport the way to the token endpoint, without any token
         * @throws UsageException {@link UsageException.Kind#AUTHENTICATION_FAILED} if the carrier refuses the
         *     credentials or answers without a usable token, else as the exchange ended
         */
        AccessToken fetchToken(Transport transport);

        /** The request with the token. */
        HttpRequest apply(HttpRequest request, AccessToken token);

        /** Whether the answer says that the token is no longer accepted; by default, status 401. */
        default boolean refuses(final HttpResponse response) {
            return response.status() == 401;
        }
    }
}
