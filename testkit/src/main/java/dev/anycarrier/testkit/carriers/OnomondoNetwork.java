package dev.anycarrier.testkit.carriers;

import dev.anycarrier.usage.Network;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A network that Onomondo's SIMs use, in the carrier's writing.
 *
 * @param country two letters in lower case
 * @param mobileCountryCode three digits
 * @param mobileNetworkCode two or three digits, with leading zeros
 */
record OnomondoNetwork(String country, String mobileCountryCode, String mobileNetworkCode) {

    static final List<OnomondoNetwork> ALL = List.of(
            new OnomondoNetwork("dk", "238", "01"),
            new OnomondoNetwork("dk", "238", "02"),
            new OnomondoNetwork("dk", "238", "06"),
            new OnomondoNetwork("se", "240", "07"),
            new OnomondoNetwork("no", "242", "01"),
            new OnomondoNetwork("de", "262", "02"),
            new OnomondoNetwork("nl", "204", "08"),
            new OnomondoNetwork("fr", "208", "10"),
            new OnomondoNetwork("gb", "234", "15"),
            new OnomondoNetwork("us", "310", "260"),
            new OnomondoNetwork("us", "310", "030"));

    Network neutral(final String networkType) {
        return new Network(
                Optional.of(mobileCountryCode),
                Optional.of(mobileNetworkCode),
                Optional.of(country.toUpperCase(Locale.ROOT)),
                Optional.of(networkType));
    }
}
