package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.usage.UsageReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number in the carrier's answer that amounts of the report follow: by how much each changes with one more of it. Found
 * out by trying, so that neither the carrier's names nor its units need to be known.
 *
 * @param spot where the number is
 * @param number the number
 * @param slopes by how many base units the amounts change with it, by {@link Amounts their names}
 */
record AmountLever(Spot<UsageReport> spot, BigDecimal number, Map<String, BigDecimal> slopes) {

    private static final BigDecimal FURTHER = BigDecimal.valueOf(8);

    /** The number as a lever, unless nothing follows it, or not evenly. */
    static Optional<AmountLever> of(final Spot<UsageReport> spot) {
        final BigDecimal number = spot.place().number().orElseThrow();
        final BigDecimal down = number.min(FURTHER);
        return (number.compareTo(BigDecimal.ONE) >= 0
                        ? between(spot, number, BigDecimal.ONE.negate(), down.negate())
                        : Optional.<AmountLever>empty())
                .or(() -> between(spot, number, BigDecimal.ONE, FURTHER));
    }

    /** Amounts that look like a time are left out: a later time of observation would outlast the trying. */
    static boolean mayBe(final JsonPlace place) {
        return place.number().isPresent() && WrittenTime.of(place).isEmpty();
    }

    /** What an amount is exactly when the number has grown by this. */
    BigDecimal expected(final String amount, final BigDecimal growth) {
        final long before = Amounts.of(spot.known().answer()).getOrDefault(amount, 0L);
        return slopes.getOrDefault(amount, BigDecimal.ZERO).multiply(growth).add(BigDecimal.valueOf(before));
    }

    /** Whether the number says this amount itself, and not another from which it is calculated. */
    boolean isSaidBy(final String amount) {
        final boolean total = slopes.keySet().stream().anyMatch(name -> name.endsWith(Amounts.TOTAL));
        return slopes.getOrDefault(amount, BigDecimal.ZERO).signum() > 0 && (!total || amount.endsWith(Amounts.TOTAL));
    }

    /** The growth of the number by which an amount that follows it grows by so much, rounded away from zero. */
    BigDecimal growth(final String amount, final long ofAmount) {
        return BigDecimal.valueOf(ofAmount).divide(slopes.getOrDefault(amount, BigDecimal.ONE), 0, RoundingMode.UP);
    }

    private static Optional<AmountLever> between(
            final Spot<UsageReport> spot, final BigDecimal number, final BigDecimal near, final BigDecimal far) {
        final Map<String, Long> before = Amounts.of(spot.known().answer());
        final Map<String, BigDecimal> steps = steps(spot, number, near, before);
        return steps.isEmpty() || !steps.equals(steps(spot, number, far, before))
                ? Optional.empty()
                : Optional.of(new AmountLever(spot, number, steps));
    }

    private static Map<String, BigDecimal> steps(
            final Spot<UsageReport> spot,
            final BigDecimal number,
            final BigDecimal growth,
            final Map<String, Long> before) {
        final Map<String, BigDecimal> steps = new LinkedHashMap<>();
        final Map<String, Long> after =
                spot.as(number.add(growth)).answer().map(Amounts::of).orElse(Map.of());
        if (after.keySet().equals(before.keySet())) {
            before.forEach((name, amount) -> {
                final BigDecimal change = BigDecimal.valueOf(after.getOrDefault(name, amount) - amount);
                if (change.signum() != 0) {
                    steps.put(
                            name,
                            change.divide(growth, 6, RoundingMode.HALF_EVEN).stripTrailingZeros());
                }
            });
        }
        return steps;
    }
}
