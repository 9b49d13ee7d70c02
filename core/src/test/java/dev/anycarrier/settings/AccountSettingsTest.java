package dev.anycarrier.settings;

import static dev.anycarrier.settings.Resolving.account;
import static dev.anycarrier.settings.Resolving.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountSettingsTest {

    @Test
    void a_setting_is_found_by_its_name_whichever_instance_declares_it() {
        final AccountSettings account = account(complete());

        assertThat(account.get(StubFactory.CLIENT_ID)).isEqualTo("me");
        assertThat(account.get(Setting.text("client-id", "The same, declared anew.")))
                .isEqualTo("me");
        assertThat(account.get(CommonSettings.DEADLINE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_setting_that_nobody_declared_is_refused_with_the_names_of_those_there_are() {
        final AccountSettings account = account(complete());

        assertThatThrownBy(() -> account.find(Setting.text("api-key", "Of another provider.")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("provider airalo did not declare the setting api-key (text); it has base-url,");
    }

    @Test
    void a_setting_of_the_same_name_and_another_type_is_another_setting() {
        final AccountSettings account = account(complete());

        assertThatThrownBy(() -> account.get(Setting.flag("client-id", "Not what was declared.")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_optional_setting_that_is_absent_is_found_empty_and_cannot_be_got() {
        final AccountSettings account = account(complete());

        assertThat(account.find(StubFactory.REGION)).isEmpty();
        assertThatThrownBy(() -> account.get(StubFactory.REGION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("airalo.region is optional and not set");
    }

    @Test
    void the_effective_settings_are_in_the_order_of_declaration_with_origins_and_without_absent_ones() {
        final List<EffectiveSetting> effective = account(
                        complete().environment(Map.of("ANYCARRIER_AIRALO_DEADLINE", "45s")))
                .effective();

        assertThat(effective.subList(0, 3))
                .containsExactly(
                        new EffectiveSetting("base-url", "https://api.example.com", "default", "Where the carrier is."),
                        new EffectiveSetting("client-id", "me", "set in code", "Who we are."),
                        new EffectiveSetting("client-secret", "***", "set in code", "How we prove it."));
        assertThat(effective)
                .extracting(EffectiveSetting::name)
                .doesNotContain("region", "proxy", "trust-store")
                .containsSubsequence("client-secret", "connect-timeout", "attempt-timeout", "deadline", "allow-http");
        assertThat(effective)
                .filteredOn(setting -> setting.name().equals("deadline"))
                .extracting(EffectiveSetting::shownValue, EffectiveSetting::origin)
                .extracting(Object::toString)
                .containsExactly("(\"45s\", \"environment variable ANYCARRIER_AIRALO_DEADLINE\")");
    }

    @Test
    void a_secret_from_a_source_is_shown_masked_like_any_other() {
        final AccountSettings account =
                account(complete().secret("airalo.client-secret", () -> Secret.of("canary-7d1f")));

        assertThat(account.effective())
                .contains(new EffectiveSetting("client-secret", "***", "set in code", "How we prove it."));
    }

    @Test
    void the_addresses_are_where_the_accounts_requests_may_go_and_a_proxy_is_none() {
        final AccountSettings account = account(complete()
                .set("airalo.base-url", "https://sandbox.example.com/v2/")
                .set("airalo.proxy", "http://10.0.0.1:3128"));

        assertThat(account.addresses()).containsExactly(URI.create("https://sandbox.example.com/v2"));
        assertThat(account.find(CommonSettings.PROXY)).contains(URI.create("http://10.0.0.1:3128"));
    }

    @Test
    void the_secrets_are_all_that_the_account_has() {
        final AccountSettings account = account(complete().set("airalo.trust-store-password", "canary-store"));

        assertThat(account.secrets())
                .extracting(SecretSource::current)
                .containsExactlyInAnyOrder(Secret.of("canary-7d1f"), Secret.of("canary-store"));
    }

    @Test
    void two_accounts_of_one_provider_have_settings_of_their_own() {
        final List<AccountSettings> accounts = Resolving.accounts(complete()
                .set("airalo-us.provider", "airalo")
                .set("airalo-us.client-id", "me-in-america")
                .set("airalo-us.client-secret", "canary-us")
                .set("airalo-us.deadline", "5s"));

        assertThat(accounts)
                .extracting(account -> account.get(StubFactory.CLIENT_ID) + " " + account.get(CommonSettings.DEADLINE))
                .containsExactly("me PT30S", "me-in-america PT5S");
    }
}
