package dev.anycarrier.testing;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Puts the engine around carriers in memory. */
final class ScriptedBuilding {

    private ScriptedBuilding() {}

    static Anycarrier.Builder builder(final ManualClock clock, final List<ScriptedCarrier> carriers) {
        final Map<String, ScriptedCarrier> byAccount = new TreeMap<>();
        carriers.forEach(carrier -> {
            if (byAccount.put(carrier.account(), carrier) != null) {
                throw new IllegalArgumentException("two carriers are scripted for account '" + carrier.account() + "'");
            }
        });
        final Anycarrier.Builder builder = Anycarrier.builder()
                .settings(settings(carriers))
                // Sees no plugin of the application, so that a script can stand in for any of them.
                .classLoader(ClassLoader.getPlatformClassLoader())
                .ports(clock.ports())
                .wires((account, options) -> new ScriptedWire(
                        clock.time(),
                        Objects.requireNonNull(byAccount.get(account)).exchanges()));
        carriers.stream()
                .map(ScriptedCarrier::provider)
                .distinct()
                .forEach(provider -> builder.factory(new ScriptedFactory(provider, byAccount)));
        return builder;
    }

    private static Settings settings(final List<ScriptedCarrier> carriers) {
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        carriers.forEach(carrier -> {
            settings.set(carrier.account() + ".provider", carrier.provider());
            carrier.settings().forEach((key, value) -> settings.set(carrier.account() + "." + key, value));
        });
        return settings.build();
    }
}
