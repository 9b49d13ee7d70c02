package dev.anycarrier.testkit.template;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.usage.Service;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Draws amounts in a carrier's steps. No number comes twice on one carrier, whatever it counts, but for those that an edge
 * is about; only where a carrier can write too few numbers for its SIMs they begin to repeat.
 */
final class AmountDraw {

    /** Every whole number up to here is a {@code double}, and the next one is not. */
    private static final long DOUBLE_HOLDS = 1L << 53;

    private static final int TRIES = 100;
    private static final long STEPS_PER_SIM = 1_000;
    private static final long USUAL_DATA = 100_000_000_000L;
    private static final long FEWEST = 100;

    private final Draw draw;
    private final long fewest;
    private final Set<Long> taken = new HashSet<>();

    AmountDraw(final Draw draw, final int sims) {
        this.draw = draw;
        this.fewest = STEPS_PER_SIM * (10 + sims);
    }

    /** A total and what is used of it. */
    Split split(final ServiceAmounts amounts, final AmountEdge edge) {
        return untaken(() -> switch (edge) {
            case NONE -> usual(amounts);
            case UNUSED -> new Split(total(amounts), 0);
            case USED_UP -> ofWhichIsLeft(0, total(amounts));
            case ONE_LEFT -> ofWhichIsLeft(1, total(amounts));
            case ONE_USED -> new Split(total(amounts), 1);
            case LARGEST -> largest(amounts);
        });
    }

    /** An amount used, of no total. */
    long used(final ServiceAmounts amounts, final AmountEdge edge) {
        return switch (edge) {
            case UNUSED -> 0;
            case ONE_USED -> 1;
            case LARGEST -> split(amounts, edge).total();
            default -> split(amounts, AmountEdge.UNUSED).total();
        };
    }

    private Split untaken(final Supplier<Split> splits) {
        Split split = splits.get();
        for (int tries = 1; tries < TRIES && isTaken(split); tries++) {
            split = splits.get();
        }
        numbers(split).forEach(taken::add);
        return split;
    }

    private boolean isTaken(final Split split) {
        return split.remaining() == split.used() || numbers(split).anyMatch(taken::contains);
    }

    /** The numbers that are told apart: 0 and 1 are edges, and come again. */
    private static LongStream numbers(final Split split) {
        return LongStream.of(split.total(), split.used(), split.remaining()).filter(number -> number > 1);
    }

    private Split usual(final ServiceAmounts amounts) {
        final long total = total(amounts);
        return new Split(total, draw.between(2, total - 2));
    }

    private static Split ofWhichIsLeft(final long left, final long total) {
        return new Split(total, total - left);
    }

    private long total(final ServiceAmounts amounts) {
        return draw.between(10L, Math.min(amounts.largest() / amounts.step(), largestUsual(amounts)));
    }

    /** A hundred gigabytes, or as much as it takes for numbers that all differ. */
    private long largestUsual(final ServiceAmounts amounts) {
        return amounts.service() == Service.DATA ? Math.max(fewest, USUAL_DATA / amounts.step()) : fewest;
    }

    /** Total and remaining are odd, so that no power of two hides what a {@code double} rounds away. */
    private Split largest(final ServiceAmounts amounts) {
        final long most = amounts.largest() / amounts.step();
        final long oddPart = amounts.step() >> Long.numberOfTrailingZeros(amounts.step());
        final long first = (DOUBLE_HOLDS / oddPart) | 1;
        if (first < FEWEST || first > most / 4) {
            return new Split(most - draw.below(5), draw.between(2L, most / 4));
        }
        return new Split(draw.between(2 * first, 4 * first - 1) | 1, 2 * draw.between(1L, first / 4));
    }
}
