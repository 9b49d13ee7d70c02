package dev.anycarrier.settings;

import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The validated settings of one account: those that its provider declares and those that every account has. Made by
 * {@link SettingsResolver}.
 *
 * <p>A setting is found by its name and type, so another instance of the same declaration finds the same value.
 * Immutable and thread-safe; {@link #toString()} masks secrets.
 */
public final class AccountSettings implements ProviderSettings {

    private final String account;
    private final String provider;
    private final Map<String, Setting<?>> declared;
    private final Map<String, ResolvedValue> values;

    AccountSettings(
            final String account,
            final String provider,
            final List<Setting<?>> declared,
            final Map<String, ResolvedValue> values) {
        this.account = account;
        this.provider = provider;
        this.declared = new LinkedHashMap<>();
        declared.forEach(setting -> this.declared.put(setting.name(), setting));
        this.values = Map.copyOf(values);
    }

    /** The account's name. */
    public String account() {
        return account;
    }

    /** The identifier of the provider the account is of. */
    public String provider() {
        return provider;
    }

    @Override
    public <T> T get(final Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalArgumentException("the setting "
                        + SettingNames.full(account, setting.name()) + " is optional and not set: look with find"));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(final Setting<T> setting) {
        final Setting<?> known = declared.get(setting.name());
        if (known == null || !known.type().equals(setting.type())) {
            throw new IllegalArgumentException("provider " + provider + " did not declare the setting " + setting
                    + "; it has " + String.join(", ", declared.keySet()));
        }
        return Optional.ofNullable(values.get(setting.name())).map(resolved -> (T) resolved.value());
    }

    /**
     * The settings that have a value, for people to look at: first the provider's own in the order it declares them,
     * then those that every account has. Optional settings without a value are left out.
     */
    public List<EffectiveSetting> effective() {
        return present().map(ResolvedValue::effective).toList();
    }

    /** The values of all address settings: the account's requests, and its secrets, go to their origins and nowhere else. */
    public Collection<URI> addresses() {
        return present()
                .filter(resolved -> resolved.setting().isAddress())
                .map(resolved -> (URI) resolved.value())
                .toList();
    }

    /** The sources of all secrets that the account has, so that they can be kept out of what is shown. */
    public Collection<SecretSource> secrets() {
        return present()
                .filter(resolved -> resolved.setting().isSecret())
                .map(resolved -> (SecretSource) resolved.value())
                .toList();
    }

    /** Whether the other settings make the same account: of the same provider, and with the same values wherever they come from. */
    public boolean hasSameValuesAs(final AccountSettings other) {
        return account.equals(other.account) && provider.equals(other.provider) && plain().equals(other.plain());
    }

    private Map<String, Object> plain() {
        return present().collect(Collectors.toMap(value -> value.setting().name(), ResolvedValue::value));
    }

    private Stream<ResolvedValue> present() {
        return declared.keySet().stream().map(values::get).filter(Objects::nonNull);
    }

    /** Account, provider and values; secrets masked. */
    @Override
    public String toString() {
        return account + " (" + provider + ") " + present().toList();
    }
}
