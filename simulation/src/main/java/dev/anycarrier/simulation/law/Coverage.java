package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.FaultKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often which fault met which state of a client. Not thread-safe. */
public final class Coverage {

    private final Map<FaultKind, Map<ClientState, Long>> counts = new EnumMap<>(FaultKind.class);

    void count(final FaultKind kind, final ClientState state) {
        counts.computeIfAbsent(kind, missing -> new EnumMap<>(ClientState.class))
                .merge(state, 1L, Long::sum);
    }

    /** Adds what another one counted. */
    public void add(final Coverage other) {
        other.counts.forEach((kind, states) -> states.forEach(
                (state, count) -> counts.computeIfAbsent(kind, missing -> new EnumMap<>(ClientState.class))
                        .merge(state, count, Long::sum)));
    }

    /** How often they met. */
    public long of(final FaultKind kind, final ClientState state) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(state, 0L);
    }

    /** Pairs that can meet and have not. */
    public List<String> missed() {
        final List<String> missed = new ArrayList<>();
        for (final FaultKind kind : FaultKind.values()) {
            for (final ClientState state : ClientState.values()) {
                if (of(kind, state) == 0 && Reachable.is(kind, state)) {
                    missed.add(kind + " in " + state);
                }
            }
        }
        return missed;
    }

    /** A table. */
    @Override
    public String toString() {
        final StringBuilder table = new StringBuilder("%-18s".formatted(""));
        for (final ClientState state : ClientState.values()) {
            table.append("%11s".formatted(state));
        }
        for (final FaultKind kind : FaultKind.values()) {
            table.append("\n%-18s".formatted(kind));
            for (final ClientState state : ClientState.values()) {
                table.append("%11s".formatted(Reachable.is(kind, state) ? Long.toString(of(kind, state)) : "-"));
            }
        }
        return table.append('\n').toString();
    }
}
