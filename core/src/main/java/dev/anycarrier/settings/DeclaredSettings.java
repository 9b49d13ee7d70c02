package dev.anycarrier.settings;

import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The settings an account can have: those of its provider, then the common ones.
 *
 * @param settings no two of one name
 */
record DeclaredSettings(List<Setting<?>> settings) {

    static DeclaredSettings of(
            final String account,
            final String provider,
            final Map<String, UsageProviderFactory> factories,
            final List<Setting<?>> common,
            final Consumer<SettingsProblem> problems) {
        final Map<String, Setting<?>> declared = new LinkedHashMap<>();
        final Set<String> taken = common.stream().map(Setting::name).collect(Collectors.toSet());
        taken.add(SettingNames.PROVIDER);
        for (final Setting<?> setting : own(account, provider, factories, problems)) {
            if (!taken.add(setting.name())) {
                problems.accept(new SettingsProblem(
                        SettingNames.full(account, setting.name()),
                        "provider " + provider,
                        "is declared by the provider although the name is taken; the plugin is at fault"));
            } else {
                declared.put(setting.name(), setting);
            }
        }
        final List<Setting<?>> all = new ArrayList<>(declared.values());
        all.addAll(common);
        return new DeclaredSettings(List.copyOf(all));
    }

    /** The names, in order. */
    List<String> names() {
        return settings.stream().<String>map(Setting::name).toList();
    }

    private static List<Setting<?>> own(
            final String account,
            final String provider,
            final Map<String, UsageProviderFactory> factories,
            final Consumer<SettingsProblem> problems) {
        try {
            return List.copyOf(Objects.requireNonNull(factories.get(provider)).settings());
        } catch (final RuntimeException | LinkageError e) {
            problems.accept(new SettingsProblem(
                    account,
                    "provider " + provider,
                    "cannot be configured: the plugin fails to name its settings with "
                            + e.getClass().getName()));
            return List.of();
        }
    }
}
