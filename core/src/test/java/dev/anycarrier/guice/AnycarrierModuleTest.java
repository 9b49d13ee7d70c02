package dev.anycarrier.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.name.Names;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testing.AcmeFactory;
import dev.anycarrier.testing.nodes.MemoryCluster;
import dev.anycarrier.testing.nodes.World;
import dev.anycarrier.usage.SimId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnycarrierModuleTest {

    private static final Settings SETTINGS = Settings.of(Map.of(
            "acme-eu.provider", "acme",
            "acme-eu.base-url", "https://eu.example.com",
            "acme-eu.api-key", "planted-secret"));

    private final AcmeFactory acme = new AcmeFactory();
    private final Injector injector = Guice.createInjector(AnycarrierModule.of(SETTINGS), new AbstractModule() {
        @Override
        protected void configure() {
            AnycarrierModule.factories(binder()).addBinding().toInstance(acme);
        }
    });

    @Test
    void a_factory_bound_by_hand_joins_those_that_are_found() {
        try (Anycarrier carriers = injector.getInstance(Anycarrier.class)) {
            assertThat(carriers.providers().found()).extracting("id").contains("acme");
        }
    }

    @Test
    void there_is_one_front_door_and_its_accounts_are_the_injected_ones() {
        try (Anycarrier carriers = injector.getInstance(Anycarrier.class)) {
            final Map<String, CarrierAccount> accounts =
                    injector.getInstance(Key.get(new TypeLiteral<Map<String, CarrierAccount>>() {}));
            assertThat(injector.getInstance(Anycarrier.class)).isSameAs(carriers);
            assertThat(accounts).containsOnlyKeys("acme-eu");
            assertThat(accounts.get("acme-eu")).isSameAs(carriers.account("acme-eu"));
        }
    }

    @Test
    void an_injected_account_asks_through_the_engine() {
        try (Anycarrier carriers = injector.getInstance(Anycarrier.class)) {
            carriers.account("acme-eu").usage(SimId.parse("8944465400000217735"));
        }
        assertThat(acme.asked()).hasSize(1);
        assertThat(acme.closed()).isEqualTo(1);
    }

    @Test
    void accounts_can_be_injected_by_name_and_an_unknown_one_says_which_there_are() {
        final Injector named =
                Guice.createInjector(AnycarrierModule.of(SETTINGS).binding("acme-eu", "acme-us"), new AbstractModule() {
                    @Override
                    protected void configure() {
                        AnycarrierModule.factories(binder()).addBinding().toInstance(acme);
                    }
                });
        try (Anycarrier carriers = named.getInstance(Anycarrier.class)) {
            assertThat(named.getInstance(Key.get(CarrierAccount.class, Names.named("acme-eu"))))
                    .isSameAs(carriers.account("acme-eu"));
            assertThatThrownBy(() -> named.getInstance(Key.get(CarrierAccount.class, Names.named("acme-us"))))
                    .hasRootCauseInstanceOf(UsageException.class)
                    .rootCause()
                    .hasMessageContaining("known are acme-eu");
        }
    }

    @Test
    void what_only_code_can_say_is_said_to_the_builder() {
        final AtomicInteger told = new AtomicInteger();
        final Injector further = Guice.createInjector(AnycarrierModule.of(SETTINGS)
                .with(builder -> builder.factory(acme))
                .with(builder -> told.incrementAndGet()));
        try (Anycarrier carriers = further.getInstance(Anycarrier.class)) {
            assertThat(carriers.accounts()).containsOnlyKeys("acme-eu");
        }
        assertThat(told).hasValue(1);
    }

    @Test
    void a_bound_cluster_makes_the_accounts_those_of_its_node() {
        final Injector shared = Guice.createInjector(AnycarrierModule.of(SETTINGS), new AbstractModule() {
            @Override
            protected void configure() {
                AnycarrierModule.factories(binder()).addBinding().toInstance(acme);
                OptionalBinder.newOptionalBinder(binder(), Cluster.class)
                        .setBinding()
                        .toInstance(new MemoryCluster(new World()).node("left"));
            }
        });
        try (Anycarrier carriers = shared.getInstance(Anycarrier.class)) {
            assertThat(carriers.account("acme-eu").node()).contains("left");
        }
        try (Anycarrier alone = injector.getInstance(Anycarrier.class)) {
            assertThat(alone.account("acme-eu").node()).isEmpty();
        }
    }
}
