package dev.anycarrier.cli.digest;

import dev.anycarrier.usage.Network;
import java.util.Objects;
import java.util.Optional;

/**
 * Where something was used, as far as the carrier says so.
 *
 * @param country its code
 * @param network its network, the mobile country code and the mobile network code
 */
public record Place(Optional<String> country, Optional<String> network) {

    /** Stands for places that are not kept apart. */
    static final Place OTHERS = new Place(Optional.of("(others)"), Optional.empty());

    /** A place that is not told. */
    static final Place UNTOLD = new Place(Optional.empty(), Optional.empty());

    /** Names are cut after so many characters: none that is meant is longer. */
    private static final int LONGEST = 40;

    /** Checks that both parts are there. */
    public Place {
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(network, "network");
    }

    static Place of(final Network network) {
        return new Place(
                network.country().map(Place::cut),
                network.mobileCountryCode()
                        .map(code -> network.mobileNetworkCode()
                                .map(own -> code + "-" + own)
                                .orElse(code))
                        .map(Place::cut));
    }

    private static String cut(final String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }
}
