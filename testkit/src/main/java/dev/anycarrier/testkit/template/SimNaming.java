package dev.anycarrier.testkit.template;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.SimId;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How the carrier names its SIMs.
 *
 * @param pattern the carrier's own identifiers, in which {@code #} stands for a digit and {@code ?} for a capital letter;
 *     empty if a SIM is named by its ICCID
 */
public record SimNaming(String pattern) {

    /** Checks that there is a pattern. */
    public SimNaming {
        Objects.requireNonNull(pattern, "pattern");
    }

    /** By ICCID: of 19 or 20 digits, now and then with a wrong check digit, as real carriers issue them. */
    public static SimNaming iccid() {
        return new SimNaming("");
    }

    /**
     * By an identifier of the carrier's own.
     *
     * @param pattern such as {@code SIM-########}: {@code #} stands for a digit and {@code ?} for a capital letter
     */
    public static SimNaming own(final String pattern) {
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("a pattern such as SIM-######## has at least one character");
        }
        return new SimNaming(pattern);
    }

    SimId draw(final Draw draw) {
        return pattern.isEmpty() ? draw.iccid() : CarrierSimId.of(own(draw));
    }

    private String own(final Draw draw) {
        return pattern.chars()
                .mapToObj(sign -> switch (sign) {
                    case '#' -> draw.digits(1);
                    case '?' -> Character.toString(draw.between('A', 'Z'));
                    default -> Character.toString(sign);
                })
                .collect(Collectors.joining());
    }
}
