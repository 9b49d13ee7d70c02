package dev.anycarrier.cli.page;

import dev.anycarrier.usage.Unit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scale of an axis: from 0 to a round number, in at most {@value #MOST_STEPS} round steps.
 *
 * @param step the distance between its lines
 * @param top its end
 * @param unit what is counted; SIMs if empty
 */
record Scale(BigInteger step, BigInteger top, Optional<Unit> unit) {

    private static final int MOST_STEPS = 4;
    private static final BigInteger BRIEF_FROM = BigInteger.valueOf(10_000);
    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);
    private static final BigInteger HALF = BigInteger.valueOf(500);
    private static final List<Integer> ROUND = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500);

    /** The shortest that holds the number. */
    static Scale upTo(final BigInteger largest, final Optional<Unit> unit) {
        final BigInteger thousand = BigInteger.valueOf(unit.equals(Optional.of(Unit.BYTES)) ? 1024 : 1000);
        BigInteger factor = BigInteger.valueOf(unit.equals(Optional.of(Unit.SECONDS)) ? 60 : 1);
        while (true) {
            for (final int round : ROUND) {
                final BigInteger step = factor.multiply(BigInteger.valueOf(round));
                if (step.multiply(BigInteger.valueOf(MOST_STEPS)).compareTo(largest) >= 0) {
                    final BigInteger steps = largest.add(step)
                            .subtract(BigInteger.ONE)
                            .divide(step)
                            .max(BigInteger.ONE);
                    return new Scale(step, step.multiply(steps), unit);
                }
            }
            factor = factor.multiply(thousand);
        }
    }

    /** Its lines, from 0 on. */
    List<BigInteger> lines() {
        final List<BigInteger> lines = new ArrayList<>();
        for (BigInteger line = BigInteger.ZERO; line.compareTo(top) <= 0; line = line.add(step)) {
            lines.add(line);
        }
        return lines;
    }

    /** A number of it for people. */
    String text(final BigInteger number) {
        return unit.map(of -> Figures.amount(number, of))
                .orElseGet(() -> Figures.count(number.longValueExact()))
                .replace(".0 ", " ");
    }

    /** A number of it where there is little room: large counts in thousands, rounded. */
    String brief(final BigInteger number) {
        return unit.isPresent() || number.compareTo(BRIEF_FROM) < 0
                ? text(number)
                : text(number.add(HALF).divide(THOUSAND)) + "k";
    }

    /** How far from its end a number stands, between 0 and 1. */
    double fromTop(final BigInteger number) {
        return 1 - Figures.share(number, top);
    }
}
