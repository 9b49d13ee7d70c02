package dev.anycarrier.benchmarks.start;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.settings.Settings;

/** Three accounts, as an embedder opens them. */
final class BuiltAccounts {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private BuiltAccounts() {}

    /** Opens them, and reports how long it took. */
    public static void main(final String... arguments) {
        final long started = System.nanoTime();
        final Settings settings = Settings.builder()
                .set("airalo.provider", "airalo")
                .set("airalo.client-id", "client")
                .set("airalo.client-secret", "secret")
                .set("pressone.provider", "pressone")
                .set("pressone.base-url", "https://api.pressone.example")
                .set("pressone.client-id", "client")
                .set("pressone.client-secret", "secret")
                .set("onomondo.provider", "onomondo")
                .set("onomondo.api-key", "key")
                .build();
        try (Anycarrier carriers = Anycarrier.builder().settings(settings).build()) {
            final long ready = System.nanoTime();
            if (carriers.accounts().size() != 3) {
                throw new IllegalStateException("three accounts were to be opened: " + carriers.accounts());
            }
            Processes.report(ThreeCarriers.READY, (ready - started) / NANOS_PER_MILLI);
        }
    }
}
