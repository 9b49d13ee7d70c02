package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Retold;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers that an answer may well hold: read to the last digit, over the whole range, or refused. */
public final class ExactNumberRules {

    private static final int LEVERS = 10;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** One more than the last whole number up to which a double has them all. */
    private static final BigDecimal BEYOND_DOUBLE = BigDecimal.valueOf((1L << 53) + 1);

    public static final List<CheckedRule> ALL = List.of(
            must(Group.NUMBERS, 16, "Amounts follow the carrier's numbers exactly, from zero to the largest that fit.")
                    .because("Doubles lose bytes, ints wrap at 2 GB, and a cut fraction is somebody's minute.")
                    .lookAt("double, float, int and casts between the answer and the Quantity; sums that overflow.")
                    .shownBy(ExactNumberRules::wholeRange),
            must(Group.NUMBERS, 17, "A fraction of a base unit is rounded down where it is left, up where it is used.")
                    .because("What is rounded the other way was never there, and the next one looks like a gift.")
                    .lookAt("RoundingMode, and amounts that are calculated from others that were rounded before.")
                    .shownBy(ExactNumberRules::rounding),
            must(
                            Group.NUMBERS,
                            18,
                            "FRACTION_ROUNDED is among the warnings where something was rounded, and only there.")
                    .because("Who adds up buckets wants to know whether they can be trusted to the last byte.")
                    .lookAt("The consumer of warnings that CarrierUnit takes.")
                    .shownBy(ExactNumberRules::roundingIsTold),
            must(Group.NUMBERS, 19, "More left or more used than there is at all is INVALID_DATA, and not cut to fit.")
                    .because("One of the carrier's numbers is wrong, and nobody knows which.")
                    .lookAt("min, max and abs around amounts, and exceptions of Bucket that nobody catches.")
                    .shownBy(ExactNumberRules::moreThanThereIs));

    private ExactNumberRules() {}

    private static List<AmountLever> levers(final Trial trial) {
        final List<AmountLever> levers = DifferentSims.of(trial).spots(LEVERS, AmountLever::mayBe).stream()
                .flatMap(spot -> AmountLever.of(spot).stream())
                .toList();
        if (levers.isEmpty()) {
            throw NotTried.notApplicable("no amount follows a single number of the carrier's answers; where numbers are"
                    + " checked against each other, try this rule once without that");
        }
        return levers;
    }

    private static void wholeRange(final Trial trial) {
        for (final AmountLever lever : levers(trial)) {
            final Set<BigDecimal> growths = new LinkedHashSet<>();
            growths.add(lever.number().negate());
            growths.add(lever.number().compareTo(BigDecimal.ONE) < 0 ? HALF : HALF.negate());
            growths.add(LARGEST.subtract(lever.number()));
            lever.slopes().values().forEach(slope -> growths.add(beyondDouble(lever.number(), slope)));
            growths.forEach(growth -> mustFollow(lever, growth));
        }
    }

    /** By how much the number has to grow so that the amount needs all the digits that a double does not have. */
    private static BigDecimal beyondDouble(final BigDecimal number, final BigDecimal slope) {
        final BigDecimal odd =
                BEYOND_DOUBLE.subtract(number.remainder(BigDecimal.valueOf(2)).setScale(0, RoundingMode.UP));
        try {
            return odd.divide(slope.abs());
        } catch (final ArithmeticException endless) {
            return odd.divide(slope.abs(), 0, RoundingMode.UP);
        }
    }

    private static void mustFollow(final AmountLever lever, final BigDecimal growth) {
        final Retold<UsageReport> retold =
                lever.spot().as(lever.number().add(growth)).mustFailAsUnreadable();
        retold.answer()
                .ifPresent(after -> Amounts.of(after).forEach((name, amount) -> {
                    final BigDecimal expected = lever.expected(name, growth);
                    final BigDecimal off =
                            expected.subtract(BigDecimal.valueOf(amount)).abs();
                    final boolean exact = expected.stripTrailingZeros().scale() <= 0 && isWhole(lever.number());
                    unless(
                            exact ? off.signum() == 0 : off.compareTo(BigDecimal.ONE) <= 0,
                            retold.how() + ", it is " + amount + " (" + name + ") and should be "
                                    + expected.toPlainString());
                }));
    }

    private static boolean isWhole(final BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static void rounding(final Trial trial) {
        for (final AmountLever lever : levers(trial)) {
            if (isTold(lever.spot().known().answer())) {
                continue;
            }
            final BigDecimal growth = fraction(lever);
            final Retold<UsageReport> retold =
                    lever.spot().as(lever.number().add(growth)).mustFailAsUnreadable();
            retold.answer()
                    .ifPresent(after -> Amounts.of(after).forEach((name, amount) -> {
                        final BigDecimal exact = lever.expected(name, growth);
                        final BigDecimal rounded = exact.setScale(
                                0, name.endsWith(Amounts.REMAINING) ? RoundingMode.FLOOR : RoundingMode.CEILING);
                        unless(
                                !lever.isSaidBy(name) || rounded.compareTo(BigDecimal.valueOf(amount)) == 0,
                                retold.how() + ", it is " + amount + " (" + name + ") and should be "
                                        + rounded.toPlainString() + ", rounded from " + exact.toPlainString());
                    }));
        }
    }

    /** A little more than one less, or than the number where there is not one; and no whole base unit in any case. */
    private static BigDecimal fraction(final AmountLever lever) {
        final int digits = lever.slopes().values().stream()
                .mapToInt(slope -> slope.precision() - slope.scale())
                .max()
                .orElse(1);
        final BigDecimal little = BigDecimal.ONE.movePointLeft(digits + 2);
        return lever.number().compareTo(BigDecimal.ONE) < 0 ? little : little.subtract(BigDecimal.ONE);
    }

    private static void roundingIsTold(final Trial trial) {
        DifferentSims.of(trial)
                .answers()
                .forEach(known -> unless(
                        !isTold(known.answer())
                                || known.everySpot().stream()
                                        .flatMap(spot -> spot.place().number().stream())
                                        .anyMatch(number -> !isWhole(number)),
                        known.asked() + " was said to be rounded, and the carrier's numbers are whole"));
        for (final AmountLever lever : levers(trial)) {
            final Retold<UsageReport> retold = lever.spot().as(lever.number().add(fraction(lever)));
            retold.answer()
                    .ifPresent(after -> unless(
                            isTold(after)
                                    || Amounts.of(after)
                                            .equals(Amounts.of(
                                                    lever.spot().known().answer())),
                            retold.how() + ", it was rounded, and the warnings are " + after.warnings()));
        }
    }

    private static boolean isTold(final UsageReport report) {
        return report.warnings().stream().anyMatch(warning -> warning.kind() == UsageWarning.Kind.FRACTION_ROUNDED);
    }

    private static void moreThanThereIs(final Trial trial) {
        int tried = 0;
        for (final AmountLever lever : levers(trial)) {
            final UsageReport before = lever.spot().known().answer();
            for (final Bucket bucket : before.buckets()) {
                final Optional<BigDecimal> growth = tooMuch(lever, bucket);
                if (growth.isPresent()) {
                    tried++;
                    lever.spot()
                            .as(lever.number().add(growth.get()))
                            .mustFailAsUnreadable()
                            .mustAnswerWithout(after -> Honesty.added(before, after));
                }
            }
        }
        if (tried == 0) {
            throw NotTried.notApplicable("the carrier's numbers cannot contradict each other");
        }
    }

    /** By how much the number grows, or shrinks, until more is left or used than there is. */
    private static Optional<BigDecimal> tooMuch(final AmountLever lever, final Bucket bucket) {
        if (!(bucket.allowance() instanceof Allowance.Limited limited)) {
            return Optional.empty();
        }
        final Map<String, BigDecimal> slopes = lever.slopes();
        final UsageReport report = lever.spot().known().answer();
        final String total = Amounts.name(report, bucket, Amounts.TOTAL);
        final BigDecimal ofTotal = slopes.getOrDefault(total, BigDecimal.ZERO);
        for (final String part : List.of(Amounts.REMAINING, Amounts.USED)) {
            final String name = Amounts.name(report, bucket, part);
            final Optional<Long> amount = Optional.ofNullable(
                    Amounts.of(lever.spot().known().answer()).get(name));
            final boolean follows = slopes.containsKey(name);
            final long room = limited.total().amount() - amount.orElse(0L);
            if (amount.isPresent()
                    && follows
                    && ofTotal.signum() == 0
                    && slopes.getOrDefault(name, BigDecimal.ZERO).signum() > 0) {
                return Optional.of(lever.growth(name, room).add(BigDecimal.ONE));
            }
            final BigDecimal shrinking = ofTotal.signum() > 0 && amount.isPresent() && !follows
                    ? lever.growth(total, room).add(BigDecimal.ONE)
                    : BigDecimal.ZERO;
            if (shrinking.signum() > 0 && shrinking.compareTo(lever.number()) <= 0) {
                return Optional.of(shrinking.negate());
            }
        }
        return Optional.empty();
    }
}
