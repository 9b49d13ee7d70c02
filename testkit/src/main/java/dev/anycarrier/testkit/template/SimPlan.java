package dev.anycarrier.testkit.template;

import dev.anycarrier.testkit.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What kind of SIM to draw next.
 *
 * @param kind its kind
 * @param edge the edge at which the amount of its first service stands
 * @param bare whether it has only the services that every SIM has
 */
record SimPlan(SimKind kind, AmountEdge edge, boolean bare) {

    /** So many SIMs hold one of everything. */
    static final int ROUND = 20;

    /** Every kind that the carrier has, then every edge, then active SIMs, in an order that is drawn. */
    static List<SimPlan> round(final Draw draw, final Set<SimKind> kinds) {
        final List<SimPlan> plans = new ArrayList<>(ROUND);
        Stream.of(SimKind.values()).filter(kinds::contains).forEach(kind -> plans.add(of(kind)));
        Stream.of(AmountEdge.values())
                .filter(edge -> edge != AmountEdge.NONE)
                .forEach(edge -> plans.add(new SimPlan(SimKind.ACTIVE, edge, false)));
        plans.add(new SimPlan(SimKind.ACTIVE, AmountEdge.NONE, true));
        while (plans.size() < ROUND) {
            plans.add(new SimPlan(SimKind.ACTIVE, AmountEdge.NONE, draw.oneIn(3)));
        }
        return draw.shuffled(plans);
    }

    private static SimPlan of(final SimKind kind) {
        return new SimPlan(
                kind,
                switch (kind) {
                    case NOT_ACTIVE -> AmountEdge.UNUSED;
                    case EXHAUSTED -> AmountEdge.USED_UP;
                    default -> AmountEdge.NONE;
                },
                false);
    }
}
