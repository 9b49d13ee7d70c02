package dev.anycarrier.onomondo;

import static dev.anycarrier.onomondo.Json.lastPage;
import static dev.anycarrier.onomondo.Questions.SIM;
import static dev.anycarrier.onomondo.Questions.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.Fault;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How Onomondo is found and configured, and what its account can be asked. */
class OnomondoProviderFactoryTest {

    private final OnomondoCarrier carrier = new OnomondoCarrier();

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    void onomondo_is_found_as_a_service() {
        assertThat(ServiceLoader.load(UsageProviderFactory.class).stream().map(ServiceLoader.Provider::type))
                .contains(OnomondoProviderFactory.class);
    }

    @Test
    void its_settings_are_an_address_a_secret_and_a_flag() {
        final List<Setting<?>> settings = new OnomondoProviderFactory().settings();
        assertThat(settings)
                .extracting(Setting::toString)
                .containsExactly("base-url (address)", "api-key (secret)", "bearer-prefix (flag)");
    }

    @Test
    void an_account_can_be_asked_everything() {
        assertThat(carrier.account().capabilities()).containsExactlyInAnyOrder(Capability.values());
    }

    @Test
    @Fault("AUTH-09")
    void a_key_that_changes_is_used_from_the_next_request_on() {
        final AtomicReference<Secret> key = new AtomicReference<>(Secret.of("first"));
        carrier.withKey(key::get).answers("/usage/000000001", lastPage());
        carrier.account().usage(SIM);
        key.set(Secret.of("second"));
        carrier.account().usage(SIM);
        assertThat(carrier.requests())
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactly("first", "first", "second", "second");
    }

    @Test
    void a_key_that_fits_no_header_is_refused_without_being_shown() {
        final SecretSource key = SecretSource.fixed(Secret.of("nøgle-ключ"));
        final UsageException failure =
                failure(() -> carrier.withKey(key).account().usage(SIM));
        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
        assertThat(failure).hasMessageContaining("api-key").hasMessageNotContaining("ключ");
        assertThat(carrier.requests()).isEmpty();
    }
}
