package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.usage.Iccid;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws the SIMs of Airalo or PressOne: each round through the mix has every kind of SIM. */
final class BalancePopulation {

    private final List<BalanceSim> sims;
    private final Iccid unknownSim;

    private BalancePopulation(final List<BalanceSim> sims, final Iccid unknownSim) {
        this.sims = List.copyOf(sims);
        this.unknownSim = unknownSim;
    }

    /**
     * A population that stands for the whole month of {@code now}, whatever the day.
     *
     * @param mix the kinds of SIM, as often as they occur
     */
    static BalancePopulation draw(final Draw draw, final List<BalanceKind> mix, final int size, final Instant now) {
        final Instant month = YearMonth.from(now.atOffset(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        final List<BalanceSim> sims = new ArrayList<>(size);
        final Set<Iccid> taken = new HashSet<>();
        while (sims.size() < size) {
            final List<BalanceKind> kinds = draw.shuffled(mix);
            for (final BalanceKind kind : kinds.subList(0, Math.min(kinds.size(), size - sims.size()))) {
                sims.add(kind.draw(newIccid(draw, taken), draw.split(), month));
            }
        }
        return new BalancePopulation(sims, newIccid(draw, taken));
    }

    List<BalanceSim> sims() {
        return sims;
    }

    Iccid unknownSim() {
        return unknownSim;
    }

    private static Iccid newIccid(final Draw draw, final Set<Iccid> taken) {
        Iccid iccid = draw.iccid();
        while (!taken.add(iccid)) {
            iccid = draw.iccid();
        }
        return iccid;
    }
}
