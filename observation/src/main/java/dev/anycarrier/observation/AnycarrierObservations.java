package dev.anycarrier.observation;

import dev.anycarrier.AnycarrierListener;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.Sweep;
import dev.anycarrier.watch.AttemptStart;
import dev.anycarrier.watch.AttemptWatch;
import dev.anycarrier.watch.CallStart;
import dev.anycarrier.watch.CallWatch;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;

/**
 * Every call and every request on the wire as a Micrometer observation, and how accounts and sweeps are doing as gauges and
 * counters.
 *
 * <pre>{@code
 * Anycarrier carriers = Anycarrier.builder()
 *         .settings(Path.of("carriers.properties"))
 *         .listener(AnycarrierObservations.of(observationRegistry, meterRegistry))
 *         .build();
 * }</pre>
 *
 * <p>A call's observation is a child of the asking thread's current one, and an attempt's is a child of its call's. Names are
 * those of {@link AnycarrierObservation}; a {@code GlobalObservationConvention} for {@link CallContext} or {@link
 * AttemptContext} changes them. No SIM's whole identifier, token or secret is in any of them. One instance serves one {@code
 * Anycarrier}. Thread-safe.
 */
public final class AnycarrierObservations implements AnycarrierListener {

    private final ObservationRegistry observations;
    private final AccountMeters accounts;
    private final SweepMeters sweeps;

    private AnycarrierObservations(final ObservationRegistry observations, final MeterRegistry meters) {
        this.observations = observations;
        this.accounts = new AccountMeters(meters);
        this.sweeps = new SweepMeters(meters);
    }

    /**
     * Into these registries, as an application that observes other things too has them.
     *
     * @param observations for calls and attempts; what becomes of them, timers included, is up to its handlers
     * @param meters for what is counted or measured without being observed
     */
    public static AnycarrierObservations of(final ObservationRegistry observations, final MeterRegistry meters) {
        return new AnycarrierObservations(observations, meters);
    }

    /**
     * Into a registry of meters alone: calls and attempts become timers there.
     *
     * @param meters for everything
     */
    public static AnycarrierObservations of(final MeterRegistry meters) {
        final ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return of(observations, meters);
    }

    /**
     * Has a registry keep histograms of calls and attempts, which percentiles over several processes are made of. To be
     * given to {@code meterRegistry.config().meterFilter} before anything is observed.
     */
    public static MeterFilter histograms() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(final Meter.Id id, final DistributionStatisticConfig config) {
                return isTimed(id.getName())
                        ? DistributionStatisticConfig.builder()
                                .percentilesHistogram(true)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    private static boolean isTimed(final String name) {
        return name.equals(CallConvention.DEFAULT.getName()) || name.equals(AttemptConvention.DEFAULT.getName());
    }

    @Override
    public CallWatch called(final CallStart start) {
        return new ObservedCall(observations, start);
    }

    @Override
    public AttemptWatch attempted(final AttemptStart start) {
        return ObservedCall.attempt(observations, null, start);
    }

    @Override
    public void opened(final CarrierAccount account) {
        accounts.opened(account);
    }

    @Override
    public void closed(final CarrierAccount account) {
        accounts.closed(account);
    }

    @Override
    public void sweepBegan(final Sweep sweep) {
        sweeps.began(sweep);
    }

    @Override
    public void sweepEnded(final Sweep sweep) {
        sweeps.ended(sweep);
    }
}
