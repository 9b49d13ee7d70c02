package dev.anycarrier.settings;

import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;

/**
 * A value that was read for its setting.
 *
 * @param shown what people may see of it
 */
record ResolvedValue(Setting<?> setting, Object value, String shown, String origin) {

    private static final String MASK = "***";

    static ResolvedValue ofText(final Setting<?> setting, final Object value, final String text, final String origin) {
        return new ResolvedValue(setting, value, setting.isSecret() ? MASK : text, origin);
    }

    static ResolvedValue ofSource(final Setting<?> setting, final SecretSource source, final String origin) {
        return new ResolvedValue(setting, source, MASK, origin);
    }

    EffectiveSetting effective() {
        return new EffectiveSetting(setting.name(), shown, origin, setting.description());
    }

    @Override
    public String toString() {
        return setting.name() + "=" + shown + " (" + origin + ")";
    }
}
