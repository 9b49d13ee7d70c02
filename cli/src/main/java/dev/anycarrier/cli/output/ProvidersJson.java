package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.discovery.DiscoveredProvider;
import dev.anycarrier.discovery.DiscoveredProviders;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.Setting;
import java.util.Collection;
import java.util.List;

/** Providers and accounts as JSON. Secrets are masked; what is not known is left out. */
public final class ProvidersJson {

    private ProvidersJson() {}

    /** What was found, what could not be used, the settings every account has, and the accounts. */
    public static ObjectNode of(
            final DiscoveredProviders providers,
            final List<Setting<?>> common,
            final Collection<CarrierAccount> accounts) {
        final ObjectNode json = Json.object();
        final ArrayNode found = json.putArray("found");
        providers.found().forEach(provider -> found.add(of(provider)));
        final ArrayNode failed = json.putArray("failed");
        providers
                .failed()
                .forEach(failure ->
                        failed.addObject().put("source", failure.source()).put("problem", failure.problem()));
        json.set("commonSettings", of(common));
        final ArrayNode list = json.putArray("accounts");
        accounts.forEach(account -> list.add(of(account)));
        return json;
    }

    private static ObjectNode of(final DiscoveredProvider provider) {
        final ObjectNode json = Json.object()
                .put("id", provider.id())
                .put("name", provider.displayName())
                .put("source", provider.source());
        json.set("settings", of(provider.settings()));
        return json;
    }

    private static ArrayNode of(final List<Setting<?>> settings) {
        final ArrayNode json = Json.array();
        for (final Setting<?> setting : settings) {
            final ObjectNode one = json.addObject()
                    .put("name", setting.name())
                    .put("type", setting.type())
                    .put("required", setting.isRequired())
                    .put("secret", setting.isSecret())
                    .put("description", setting.description());
            Json.put(one, "default", setting.defaultText());
        }
        return json;
    }

    static ObjectNode of(final CarrierAccount account) {
        final ProviderDescriptor descriptor = account.descriptor();
        final ObjectNode json = Json.object().put("account", account.name()).put("provider", account.provider());
        putSorted(json.putArray("capabilities"), account.capabilities());
        putSorted(json.putArray("identifiers"), descriptor.identifiers());
        putSorted(json.putArray("services"), descriptor.services());
        descriptor.carrierCacheTime().ifPresent(time -> json.put("carrierCacheTime", time.toString()));
        json.put("minimumInterval", descriptor.minimumInterval().toString());
        final ArrayNode limits = json.putArray("limits");
        descriptor
                .limits()
                .forEach(limit -> limits.addObject()
                        .put("scope", limit.scope().name())
                        .put("requests", limit.requests())
                        .put("window", limit.window().toString()));
        final ArrayNode settings = json.putArray("settings");
        account.settings()
                .forEach(setting -> settings.addObject()
                        .put("name", setting.name())
                        .put("value", setting.shownValue())
                        .put("origin", setting.origin())
                        .put("description", setting.description()));
        return json;
    }

    private static <T extends Enum<T>> void putSorted(final ArrayNode json, final Collection<T> constants) {
        constants.stream().sorted().map(Enum::name).forEach(json::add);
    }
}
