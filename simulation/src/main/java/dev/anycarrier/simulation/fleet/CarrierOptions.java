package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a carrier is like.
 *
 * @param account the account's name
 * @param provider {@code airalo}, {@code pressone} or {@code onomondo}
 * @param population its SIMs
 * @param limits what it allows; the client's settings say the same
 * @param tokenLifetime how long its tokens live
 * @param pageSize records on a page, at carriers that have pages
 */
public record CarrierOptions(
        String account,
        String provider,
        Population population,
        CarrierLimits limits,
        Duration tokenLifetime,
        int pageSize) {

    /** The same with that many SIMs, and tokens that live that long. */
    public CarrierOptions staged(final long sims, final Duration lifetime) {
        return new CarrierOptions(
                account,
                provider,
                new Population(population.seed(), population.operator(), sims),
                limits,
                lifetime,
                pageSize);
    }

    String address() {
        return "https://" + account + ".carrier.example";
    }

    Map<String, String> settings(final String clientId) {
        final Map<String, String> settings = new LinkedHashMap<>();
        settings.put("provider", provider);
        settings.put("base-url", address());
        if (!provider.equals("onomondo")) {
            settings.put("client-id", clientId);
        }
        limits.sim().ifPresent(limit -> settings.put("limit-sim", limit.setting()));
        limits.account().ifPresent(limit -> settings.put("limit-account", limit.setting()));
        limits.token().ifPresent(limit -> settings.put("limit-token", limit.setting()));
        return settings;
    }

    /** The name of the setting that holds the secret. */
    public String secretSetting() {
        return account + (provider.equals("onomondo") ? ".api-key" : ".client-secret");
    }
}
