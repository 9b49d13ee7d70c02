package dev.anycarrier.spi;

record FixedSecretSource(Secret current) implements SecretSource {

    @Override
    public boolean isFixed() {
        return true;
    }
}
