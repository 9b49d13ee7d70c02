package dev.anycarrier.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.name.Names;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.AnycarrierListener;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Binds {@link Anycarrier} and {@code Map<String, CarrierAccount>}, both as singletons.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(AnycarrierModule.of(Settings.load(Path.of("carriers.properties"))));
 * Anycarrier carriers = injector.getInstance(Anycarrier.class);
 * }</pre>
 *
 * <p>Factories that are bound by hand join those found by {@link java.util.ServiceLoader}: {@code
 * AnycarrierModule.factories(binder()).addBinding().toInstance(new AcmeProviderFactory())}; who listens is bound to {@link
 * #listeners} likewise. A {@code AnycarrierClusterModule} beside
 * this one adds what other nodes share. A test puts another {@link Anycarrier} in its place, and with it all accounts, by
 * {@code Modules.override(…).with(binder -> binder.bind(Anycarrier.class).toInstance(…))}. Whoever creates the injector
 * closes the {@link Anycarrier}: Guice has no end of life.
 *
 * <p>Immutable and thread-safe.
 */
@SuppressWarnings("exports")
public final class AnycarrierModule extends AbstractModule {

    private static final TypeLiteral<Map<String, CarrierAccount>> ACCOUNTS = new TypeLiteral<>() {};
    private static final TypeLiteral<Optional<Cluster>> CLUSTER = new TypeLiteral<>() {};
    private static final TypeLiteral<Set<UsageProviderFactory>> FACTORIES = new TypeLiteral<>() {};
    private static final TypeLiteral<Set<AnycarrierListener>> LISTENERS = new TypeLiteral<>() {};

    private final Settings settings;
    private final List<String> named;
    private final Consumer<Anycarrier.Builder> further;

    private AnycarrierModule(
            final Settings settings, final List<String> named, final Consumer<Anycarrier.Builder> further) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.named = List.copyOf(named);
        this.further = Objects.requireNonNull(further, "further");
    }

    /** A module of these settings. */
    public static AnycarrierModule of(final Settings settings) {
        return new AnycarrierModule(settings, List.of(), builder -> {});
    }

    /**
     * The same, which binds these accounts besides, each as {@code @Named("…") CarrierAccount}. Not singletons: each injection
     * is the account as it is then. An account that the settings do not have fails where it is injected, by a {@code
     * UsageException} that names those there are.
     */
    public AnycarrierModule binding(final String... accounts) {
        return new AnycarrierModule(settings, List.of(accounts), further);
    }

    /**
     * The same, with what only code can say: a state file, an executor.
     *
     * @param newFurther is handed the builder once, before the {@link Anycarrier} is built
     */
    public AnycarrierModule with(final Consumer<Anycarrier.Builder> newFurther) {
        return new AnycarrierModule(settings, named, further.andThen(newFurther));
    }

    /** Where factories are bound by hand. */
    public static Multibinder<UsageProviderFactory> factories(final com.google.inject.Binder binder) {
        return Multibinder.newSetBinder(binder, UsageProviderFactory.class);
    }

    /** Where those are bound who are told of accounts, calls, requests and sweeps. */
    public static Multibinder<AnycarrierListener> listeners(final com.google.inject.Binder binder) {
        return Multibinder.newSetBinder(binder, AnycarrierListener.class);
    }

    @Override
    protected void configure() {
        factories(binder());
        listeners(binder());
        final Provider<Set<UsageProviderFactory>> factories = getProvider(Key.get(FACTORIES));
        final Provider<Set<AnycarrierListener>> listeners = getProvider(Key.get(LISTENERS));
        OptionalBinder.newOptionalBinder(binder(), Cluster.class);
        final Provider<Optional<Cluster>> cluster = getProvider(Key.get(CLUSTER));
        final Provider<Anycarrier> carriers = getProvider(Anycarrier.class);
        bind(Anycarrier.class)
                .toProvider(() -> open(factories.get(), listeners.get(), cluster.get()))
                .in(Scopes.SINGLETON);
        bind(ACCOUNTS).toProvider(() -> carriers.get().accounts());
        named.forEach(name -> bind(CarrierAccount.class)
                .annotatedWith(Names.named(name))
                .toProvider(() -> carriers.get().account(name)));
    }

    private Anycarrier open(
            final Set<UsageProviderFactory> factories,
            final Set<AnycarrierListener> listeners,
            final Optional<Cluster> cluster) {
        final Anycarrier.Builder builder = Anycarrier.builder().settings(settings);
        factories.forEach(builder::factory);
        listeners.forEach(builder::listener);
        cluster.ifPresent(builder::cluster);
        further.accept(builder);
        return builder.build();
    }
}
