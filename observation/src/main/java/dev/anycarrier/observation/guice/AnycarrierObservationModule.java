package dev.anycarrier.observation.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.anycarrier.AnycarrierListener;
import dev.anycarrier.guice.AnycarrierModule;
import dev.anycarrier.observation.AnycarrierLogs;
import dev.anycarrier.observation.AnycarrierObservations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;

/**
 * Has the {@link dev.anycarrier.Anycarrier} of an {@link AnycarrierModule} observed, into the {@link MeterRegistry} that is
 * bound, and the {@link ObservationRegistry} if one is bound; and logged.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(
 *         AnycarrierModule.of(settings),
 *         AnycarrierObservationModule.create(),
 *         binder -> binder.bind(MeterRegistry.class).toInstance(meterRegistry));
 * }</pre>
 */
@SuppressWarnings("exports")
public final class AnycarrierObservationModule extends AbstractModule {

    private static final TypeLiteral<Optional<ObservationRegistry>> OBSERVATIONS = new TypeLiteral<>() {};

    private AnycarrierObservationModule() {}

    /** A module of the registries that are bound. */
    public static AnycarrierObservationModule create() {
        return new AnycarrierObservationModule();
    }

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), ObservationRegistry.class);
        final Provider<Optional<ObservationRegistry>> observations = getProvider(Key.get(OBSERVATIONS));
        final Provider<MeterRegistry> meters = getProvider(MeterRegistry.class);
        bind(AnycarrierObservations.class)
                .toProvider(() -> open(observations.get(), meters.get()))
                .in(Scopes.SINGLETON);
        final Multibinder<AnycarrierListener> listeners = AnycarrierModule.listeners(binder());
        listeners.addBinding().to(AnycarrierObservations.class);
        listeners.addBinding().toInstance(AnycarrierLogs.create());
    }

    private static AnycarrierObservations open(
            final Optional<ObservationRegistry> observations, final MeterRegistry meters) {
        return observations.isPresent()
                ? AnycarrierObservations.of(observations.get(), meters)
                : AnycarrierObservations.of(meters);
    }
}
