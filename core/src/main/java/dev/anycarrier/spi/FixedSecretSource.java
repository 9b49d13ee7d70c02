package dev.anycarrier.spi;

record FixedSecretSource(Secret current) implements SecretSource {}
