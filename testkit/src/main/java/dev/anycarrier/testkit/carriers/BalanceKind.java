package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.carriers.BalanceAnswer.Balance;
import dev.anycarrier.usage.Iccid;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The kinds of SIM that Airalo and PressOne have. */
enum BalanceKind {
    ACTIVE,
    UNLIMITED,
    WITHOUT_DATA,
    NOT_ACTIVE,
    FINISHED,
    EXPIRED,
    UNKNOWN,
    WORD_NOT_LISTED,
    RECYCLED,
    GONE;

    /** Twenty SIMs as a reseller may have them. */
    static final List<BalanceKind> MIX = List.of(
            ACTIVE,
            ACTIVE,
            ACTIVE,
            ACTIVE,
            ACTIVE,
            ACTIVE,
            ACTIVE,
            UNLIMITED,
            UNLIMITED,
            WITHOUT_DATA,
            NOT_ACTIVE,
            NOT_ACTIVE,
            FINISHED,
            FINISHED,
            EXPIRED,
            EXPIRED,
            UNKNOWN,
            WORD_NOT_LISTED,
            RECYCLED,
            GONE);

    /** The same at a carrier that has no answer for a SIM that is gone. */
    static final List<BalanceKind> MIX_WITHOUT_GONE =
            MIX.stream().map(kind -> kind == GONE ? RECYCLED : kind).toList();

    private static final List<Integer> PACKAGES = List.of(1_024, 2_048, 3_072, 5_120, 10_240, 20_480, 51_200);
    private static final List<Integer> MINUTES = List.of(10, 30, 60, 100, 200);
    private static final List<Integer> MESSAGES = List.of(10, 20, 50, 100);
    private static final List<String> WORDS_NOT_LISTED = List.of("DEACTIVATED", "PENDING", "IN_USE");
    private static final List<BigDecimal> WHOLE_IN_BYTES =
            List.of(new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("0.125"));
    private static final List<BigDecimal> BROKEN_IN_BYTES =
            List.of(new BigDecimal("0.3"), new BigDecimal("0.07"), new BigDecimal("0.001"));

    /** A SIM of this kind, as it stands from the start of a month to its end. */
    BalanceSim draw(final Iccid iccid, final Draw draw, final Instant month) {
        return switch (this) {
            case GONE -> BalanceSim.gone(iccid);
            case RECYCLED -> BalanceSim.answering(iccid, BalanceAnswer.recycled());
            default -> BalanceSim.answering(iccid, answer(draw, month));
        };
    }

    private BalanceAnswer answer(final Draw draw, final Instant month) {
        final boolean talks = this == WITHOUT_DATA || draw.oneIn(3);
        final boolean unlimited = this == UNLIMITED || (this != FINISHED && this != WITHOUT_DATA && draw.oneIn(15));
        return new BalanceAnswer(
                word(draw),
                unlimited ? misleading(draw) : data(draw),
                talks ? wholes(draw, MINUTES) : Balance.NONE,
                talks ? wholes(draw, MESSAGES) : Balance.NONE,
                expiredAt(draw, month),
                Optional.of(unlimited));
    }

    private String word(final Draw draw) {
        return switch (this) {
            case UNLIMITED, WITHOUT_DATA -> ACTIVE.name();
            case WORD_NOT_LISTED -> draw.any(WORDS_NOT_LISTED);
            default -> name();
        };
    }

    private Optional<Instant> expiredAt(final Draw draw, final Instant month) {
        final Duration ofDay = Duration.ofSeconds(draw.below(24 * 60 * 60));
        final boolean told = this != NOT_ACTIVE && (this == EXPIRED || !draw.oneIn(6));
        final int days = this == EXPIRED ? -draw.between(1, 200) : draw.between(32, 400);
        return told ? Optional.of(month.plus(Duration.ofDays(days)).plus(ofDay)) : Optional.empty();
    }

    /** Beside {@code is_unlimited} the numbers mean nothing: zeros, or what was there before. */
    private static Balance misleading(final Draw draw) {
        return draw.oneIn(2) ? Balance.NONE : wholes(draw, PACKAGES, UNLIMITED);
    }

    private Balance data(final Draw draw) {
        if (this == WITHOUT_DATA) {
            return Balance.NONE;
        }
        final Balance whole = wholes(draw, PACKAGES);
        final Balance written = draw.oneIn(5) ? broken(draw, whole) : whole;
        return draw.oneIn(8) ? written.asText() : written;
    }

    /** Only one of the two has a fraction, so that total and remaining tell exactly what was used. */
    private static Balance broken(final Draw draw, final Balance whole) {
        final BigDecimal fraction = draw.any(draw.oneIn(3) ? BROKEN_IN_BYTES : WHOLE_IN_BYTES);
        final boolean roomLeft =
                whole.remaining().value().compareTo(whole.total().value()) < 0;
        return roomLeft && !whole.remaining().isZero()
                ? new Balance(whole.total(), whole.remaining().plus(fraction))
                : new Balance(whole.total().plus(fraction), whole.remaining());
    }

    private Balance wholes(final Draw draw, final List<Integer> totals) {
        return wholes(draw, totals, this);
    }

    private static Balance wholes(final Draw draw, final List<Integer> totals, final BalanceKind kind) {
        final int total = draw.any(totals);
        return switch (kind) {
            case NOT_ACTIVE -> Balance.of(total, total);
            case FINISHED -> Balance.of(total, draw.oneIn(8) ? draw.between(1, total) : 0);
            case ACTIVE, UNLIMITED -> Balance.of(total, draw.between(1, total));
            default -> Balance.of(total, draw.between(0, total));
        };
    }
}
