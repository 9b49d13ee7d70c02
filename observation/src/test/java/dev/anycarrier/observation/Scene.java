package dev.anycarrier.observation;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.Sweep;
import dev.anycarrier.airalo.AiraloProviderFactory;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.onomondo.OnomondoProviderFactory;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageRecord;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Real accounts of simulated carriers on loopback, everything that is seen of them, and a story that comes to all of it. */
final class Scene implements AutoCloseable {

    private static final String NO_LIMIT = "100000/1s";

    private final SimulatedCarrier airalo = Simulators.find("airalo")
            .start(SimulatorOptions.seeded(7).withSims(8).withoutLimits());
    private final SimulatedCarrier onomondo = Simulators.find("onomondo")
            .start(SimulatorOptions.seeded(7).withSims(8).withoutLimits());
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final List<Observation.Context> stopped = new CopyOnWriteArrayList<>();
    private final Lines lines = new Lines();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Anycarrier carriers;

    Scene() {
        meters.config().meterFilter(AnycarrierObservations.histograms());
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        observations.observationConfig().observationHandler(new Keeping());
        carriers = Anycarrier.builder()
                .settings(Settings.of(settings()))
                .classLoader(ClassLoader.getPlatformClassLoader())
                .factory(new TappedFactory(new AiraloProviderFactory(), tokens))
                .factory(new OnomondoProviderFactory())
                .listener(AnycarrierObservations.of(observations, meters))
                .listener(AnycarrierLogs.to(lines))
                .build();
    }

    /** What happens in practice, once each. */
    void play() {
        final CarrierAccount account = airalo();
        final SimId sim = known();
        account.usage(sim);
        account.usage(sim);
        failing(() -> account.usage(airalo.unknownSim()));
        final UsageRecord record = onomondo.records().get(onomondo.records().size() - 1);
        final UsageRecordQuery window = UsageRecordQuery.between(
                record.time().minusSeconds(3600), record.time().plusSeconds(1));
        try (Stream<UsageRecord> records = onomondo().records(window)) {
            records.forEach(read -> {});
        }
        onomondo().usageBySim(window);
        sweep(onomondo.sims().stream()
                .map(truth -> new SimRef("onomondo", truth.sim()))
                .toList());
        airalo.close();
        final CallOptions now = CallOptions.defaults().withMaximumAge(Duration.ZERO);
        account.usage(sim, now.whenStale(WhenStale.SERVE));
        failing(() -> account.usage(airalo.sims().get(1).sim(), now.withCorrelationId("caller-1")));
    }

    void sweep(final List<SimRef> sims) {
        try (Sweep sweep = carriers.sweep(sims).total(sims.size())) {
            sweep.run(outcome -> {});
        }
    }

    CarrierAccount airalo() {
        return carriers.account("airalo");
    }

    CarrierAccount onomondo() {
        return carriers.account("onomondo");
    }

    /** A SIM that Airalo answers about. */
    SimId known() {
        return airalo.sims().stream()
                .filter(truth -> !truth.gone())
                .findFirst()
                .orElseThrow()
                .sim();
    }

    PrometheusMeterRegistry meters() {
        return meters;
    }

    ObservationRegistry observations() {
        return observations;
    }

    Anycarrier carriers() {
        return carriers;
    }

    Lines lines() {
        return lines;
    }

    /** The contexts of all observations that have ended. */
    List<Observation.Context> stopped() {
        return List.copyOf(stopped);
    }

    <C extends Observation.Context> List<C> stopped(final Class<C> type) {
        return stopped.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What must be seen nowhere: whole SIM identifiers, credentials, access tokens. */
    Set<String> forbidden() {
        final Set<String> forbidden = ConcurrentHashMap.newKeySet();
        forbidden.addAll(tokens);
        forbidden.add(airalo.settings().get("client-secret"));
        forbidden.add(onomondo.settings().get("api-key"));
        Stream.of(airalo, onomondo)
                .flatMap(carrier -> Stream.concat(
                        carrier.sims().stream().flatMap(truth -> truth.names().stream()),
                        Stream.of(carrier.unknownSim())))
                .map(SimId::value)
                .forEach(forbidden::add);
        return forbidden;
    }

    private Map<String, String> settings() {
        final Map<String, String> settings = new TreeMap<>();
        for (final SimulatedCarrier carrier : List.of(airalo, onomondo)) {
            final String prefix = carrier.carrier() + ".";
            carrier.settings().forEach((name, value) -> settings.put(prefix + name, value));
            settings.put(prefix + "limit-sim", NO_LIMIT);
            settings.put(prefix + "limit-account", "1000/1m");
            settings.put(prefix + "minimum-interval", "0s");
            settings.put(prefix + "maximum-attempts", "1");
        }
        return settings;
    }

    private static void failing(final Runnable call) {
        try {
            call.run();
        } catch (final UsageException expected) {
            return;
        }
        throw new AssertionError("this was to fail");
    }

    @Override
    public void close() {
        carriers.close();
        airalo.close();
        onomondo.close();
    }

    private final class Keeping implements ObservationHandler<Observation.Context> {

        @Override
        public boolean supportsContext(final Observation.Context context) {
            return true;
        }

        @Override
        public void onStop(final Observation.Context context) {
            stopped.add(context);
        }
    }
}
