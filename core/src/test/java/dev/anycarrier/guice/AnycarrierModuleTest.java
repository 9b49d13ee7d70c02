package dev.anycarrier.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.testing.AcmeFactory;
import dev.anycarrier.usage.SimId;
import java.util.Map;
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
}
