package dev.anycarrier.settings;

import dev.anycarrier.spi.Setting;

/** A value that was read for its setting. Shows itself as the setting allows. */
record ResolvedValue(Setting<?> setting, Object value, String text, String origin) {

    private static final String MASK = "***";

    EffectiveSetting effective() {
        return new EffectiveSetting(setting.name(), shown(), origin, setting.description());
    }

    private String shown() {
        return setting.isSecret() ? MASK : text;
    }

    @Override
    public String toString() {
        return setting.name() + "=" + shown() + " (" + origin + ")";
    }
}
