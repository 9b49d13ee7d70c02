package dev.anycarrier.engine.net;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

public record HttpClientOptions(
        Duration connectTimeout,
        int maximumConnections,
        Duration connectionIdleTime,
        boolean reuseConnections,
        int maximumBodyBytes,
        String userAgent,
        Optional<URI> proxy,
        boolean allowHttp,
        boolean allowPrivateAddress,
        TlsOptions tls) {}
