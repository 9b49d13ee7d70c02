package dev.anycarrier.engine.net;

import dev.anycarrier.spi.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

public record TlsOptions(
        Optional<Path> trustStore,
        Optional<Secret> trustStorePassword,
        Optional<Path> clientCertificate,
        Optional<Secret> clientCertificatePassword,
        Set<String> pinnedCertificates) {}
