package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.UsageRecord;
import java.util.Optional;

/**
 * Records as {@code Usage} of TMF635 Usage Management v4.0.0. All that the standard has no member for is a characteristic:
 * {@code quantity} (an integer) in {@code units}, {@code sim}, {@code iccid}, {@code session}, {@code
 * mobileCountryCode}, {@code mobileNetworkCode}, {@code country} and {@code radioAccessTechnology}; those that the
 * carrier does not tell are absent.
 */
public final class Usages {

    private Usages() {}

    /**
     * A record. Its {@code status} is {@code received}: nothing has been rated. A time before the year 0 or after 9999,
     * which RFC 3339 cannot write, is absent.
     *
     * @return a new tree
     */
    public static ObjectNode toJson(final UsageRecord usage) {
        final ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("@type", "Usage")
                .put("id", usage.id())
                .put("usageType", Quantities.usageType(usage.service()))
                .put("status", "received");
        Times.put(json, "usageDate", Optional.of(usage.time()));
        final ArrayNode characteristics = json.putArray("usageCharacteristic");
        Characteristics.plain(characteristics, "quantity", usage.quantity().amount());
        Characteristics.plain(
                characteristics, "units", Quantities.units(usage.quantity().unit()));
        Characteristics.plain(characteristics, "sim", usage.sim().value());
        Characteristics.plain(characteristics, "iccid", usage.iccid().map(Iccid::value));
        Characteristics.plain(characteristics, "session", usage.session());
        usage.network().ifPresent(network -> add(characteristics, network));
        return json;
    }

    private static void add(final ArrayNode characteristics, final Network network) {
        Characteristics.plain(characteristics, "mobileCountryCode", network.mobileCountryCode());
        Characteristics.plain(characteristics, "mobileNetworkCode", network.mobileNetworkCode());
        Characteristics.plain(characteristics, "country", network.country());
        Characteristics.plain(characteristics, "radioAccessTechnology", network.radioAccessTechnology());
    }
}
