package dev.anycarrier.benchmarks.call;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.usage.Bucket;
import java.util.Map;

/**
 * Us, with everything that the engine does and Airalo's real provider. Its limit for each SIM stays, its limit for the
 * account is out of the way; the cache is bounded and never holds what is asked for.
 */
final class EngineCaller implements Caller {

    private static final String ACCOUNT = "airalo";
    private static final long BYTES_OF_A_MEGABYTE = 1 << 20;

    private final Anycarrier carriers;
    private final CarrierAccount account;

    EngineCaller(final int port) {
        this(port, "");
    }

    /** One that asks under a path before Airalo's own. */
    EngineCaller(final int port, final String path) {
        final var settings = Settings.builder().environment(Map.of()).systemProperties(Map.of());
        settings.set(ACCOUNT + ".base-url", "http://127.0.0.1:" + port + path)
                .set(ACCOUNT + ".client-id", "benchmark")
                .set(ACCOUNT + ".client-secret", "of no value")
                .set(ACCOUNT + ".limit-account", "1000000/1s")
                .set(ACCOUNT + ".cached-sims", "10000");
        carriers = Anycarrier.builder().settings(settings.build()).build();
        account = carriers.account(ACCOUNT);
    }

    @Override
    public long remaining(final SimNumber sim) {
        final Bucket data = account.usage(sim.id()).buckets().get(0);
        return data.remaining().orElseThrow().amount() / BYTES_OF_A_MEGABYTE;
    }

    @Override
    public void close() {
        carriers.close();
    }
}
