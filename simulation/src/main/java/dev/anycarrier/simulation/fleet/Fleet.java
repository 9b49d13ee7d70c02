package dev.anycarrier.simulation.fleet;

import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.simulation.schedule.VirtualTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The carriers of a story, by account. */
public final class Fleet {

    private final Map<String, SimulatedCarrier> carriers = new LinkedHashMap<>();

    /**
     * Puts them up.
     *
     * @param options what each is like
     * @param keepsLedgers whether every request is kept, not only counted
     */
    public Fleet(
            final Simulation simulation,
            final List<CarrierOptions> options,
            final Faults faults,
            final FaultListener listener,
            final boolean keepsLedgers) {
        for (final CarrierOptions each : options) {
            final Dialect dialect = dialect(each, simulation.time());
            carriers.put(
                    each.account(),
                    new SimulatedCarrier(each, dialect, simulation.time(), faults, listener, keepsLedgers));
        }
    }

    /** Every carrier. */
    public List<SimulatedCarrier> carriers() {
        return List.copyOf(carriers.values());
    }

    /** The carrier of an account. */
    public SimulatedCarrier carrier(final String account) {
        final SimulatedCarrier carrier = carriers.get(account);
        if (carrier == null) {
            throw new IllegalArgumentException("there is no carrier of " + account);
        }
        return carrier;
    }

    private static Dialect dialect(final CarrierOptions options, final VirtualTime time) {
        return switch (options.provider()) {
            case "airalo" -> new BalanceDialect(options.population(), "/v2", "/v2/token", true);
            case "pressone" -> new BalanceDialect(options.population(), "/cusomter/v2", "/customer/v2/token", false);
            case "onomondo" ->
                new RecordDialect(
                        options.population(),
                        new RecordPages(
                                options.population(), time.trueInstant().minus(time.elapsed()), options.pageSize()));
            default -> throw new IllegalArgumentException("there is no such carrier: " + options.provider());
        };
    }
}
