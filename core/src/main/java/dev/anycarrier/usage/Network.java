package dev.anycarrier.usage;

import java.util.Objects;
import java.util.Optional;

/**
 * Where something was used. Each part is as the carrier sent it, and empty where it did not.
 *
 * @param mobileCountryCode the MCC (ITU-T E.212), with leading zeros
 * @param mobileNetworkCode the MNC, with leading zeros
 * @param country the ISO 3166 alpha-2 country code, in upper case
 * @param radioAccessTechnology the radio access technology in the carrier's word, such as {@code 4G}
 */
public record Network(
        Optional<String> mobileCountryCode,
        Optional<String> mobileNetworkCode,
        Optional<String> country,
        Optional<String> radioAccessTechnology) {

    /** Checks that no part is {@code null}. */
    public Network {
        Objects.requireNonNull(mobileCountryCode, "mobileCountryCode");
        Objects.requireNonNull(mobileNetworkCode, "mobileNetworkCode");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(radioAccessTechnology, "radioAccessTechnology");
    }
}
