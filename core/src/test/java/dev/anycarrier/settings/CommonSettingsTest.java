package dev.anycarrier.settings;

import static dev.anycarrier.settings.Resolving.account;
import static dev.anycarrier.settings.Resolving.complete;
import static dev.anycarrier.settings.Resolving.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommonSettingsTest {

    private static final String PIN = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String OTHER_PIN = "sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void every_account_has_the_documented_defaults() {
        final AccountSettings account = account(complete());

        assertThat(account.get(CommonSettings.CONNECT_TIMEOUT)).isEqualTo(Duration.ofSeconds(3));
        assertThat(account.get(CommonSettings.ATTEMPT_TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
        assertThat(account.get(CommonSettings.DEADLINE)).isEqualTo(Duration.ofSeconds(30));
        assertThat(account.get(CommonSettings.MAXIMUM_CONNECTIONS)).isEqualTo(32);
        assertThat(account.get(CommonSettings.CONNECTION_IDLE_TIME)).isEqualTo(Duration.ofSeconds(30));
        assertThat(account.get(CommonSettings.REUSE_CONNECTIONS)).isTrue();
        assertThat(account.get(CommonSettings.MAXIMUM_BODY_BYTES)).isEqualTo(4 * 1024 * 1024);
        assertThat(account.get(CommonSettings.ALLOW_HTTP)).isFalse();
        assertThat(account.get(CommonSettings.ALLOW_PRIVATE_ADDRESS)).isFalse();
    }

    @Test
    void what_has_no_default_is_absent() {
        final AccountSettings account = account(complete());

        assertThat(CommonSettings.all())
                .filteredOn(setting -> setting.defaultText().isEmpty())
                .extracting(Setting::name)
                .containsExactly(
                        "maximum-age",
                        "minimum-interval",
                        "proxy",
                        "trust-store",
                        "trust-store-password",
                        "client-certificate",
                        "client-certificate-password",
                        "pinned-certificates",
                        "limit-sim",
                        "limit-account",
                        "limit-token");
        assertThat(CommonSettings.all())
                .filteredOn(setting -> setting.defaultText().isEmpty())
                .allSatisfy(setting -> assertThat(account.find(setting)).isEmpty());
    }

    @Test
    void no_two_share_a_name_and_none_is_the_provider_key() {
        assertThat(CommonSettings.all())
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .doesNotContain("provider");
    }

    @Test
    void the_proxy_of_the_environment_and_of_the_system_properties_is_ignored() {
        final AccountSettings account = account(complete()
                .environment(Map.of("HTTPS_PROXY", "http://proxy:3128", "http_proxy", "http://proxy:3128"))
                .systemProperties(Map.of("https.proxyHost", "proxy", "https.proxyPort", "3128")));

        assertThat(account.find(CommonSettings.PROXY)).isEmpty();
    }

    @Test
    void files_limits_and_pins_are_read() {
        final AccountSettings account = account(complete()
                .set("airalo.trust-store", "/etc/trust.p12")
                .set("airalo.client-certificate", "me.p12")
                .set("airalo.limit-token", "3/1m")
                .set("airalo.pinned-certificates", PIN + " , " + OTHER_PIN + "," + PIN));

        assertThat(account.find(CommonSettings.TRUST_STORE)).contains(Path.of("/etc/trust.p12"));
        assertThat(account.find(CommonSettings.CLIENT_CERTIFICATE)).contains(Path.of("me.p12"));
        assertThat(account.find(CommonSettings.LIMIT_TOKEN))
                .contains(new RateLimit(LimitScope.TOKEN_ENDPOINT, 3, Duration.ofMinutes(1)));
        assertThat(account.get(CommonSettings.PINNED_CERTIFICATES)).containsExactly(PIN, OTHER_PIN);
    }

    @ParameterizedTest
    @EnumSource
    void every_scope_has_a_setting_that_overrides_its_limits(final LimitScope scope) {
        assertThat(CommonSettings.all()).contains(CommonSettings.limit(scope));
        assertThat(CommonSettings.limit(scope).read("1/1s").scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            maximum-connections, 0
            maximum-connections, 10001
            maximum-connections, many
            maximum-body-bytes,  1023
            maximum-body-bytes,  104857601
            connect-timeout,     0s
            deadline,            30
            reuse-connections,   yes
            limit-sim,           0/15m
            limit-sim,           1/0s
            limit-account,       5 per second
            proxy,               proxy:3128
            proxy,               https://proxy:3128
            proxy,               http://proxy
            proxy,               http://proxy:0
            proxy,               http://proxy:65536
            proxy,               http://proxy:3128/path
            proxy,               http://me:canary@proxy:3128
            proxy,               socks://proxy:1080
            pinned-certificates, ''
            pinned-certificates, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            pinned-certificates, sha1/AAAAAAAAAAAAAAAAAAAAAAAAAAA=
            pinned-certificates, sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==
            pinned-certificates, sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=
            pinned-certificates, sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            """)
    void a_value_out_of_bounds_is_refused_without_being_repeated(final String name, final String value) {
        assertThat(problems(complete().set("airalo." + name, value)))
                .singleElement()
                .asString()
                .startsWith("airalo." + name + " must ")
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            maximum-connections, 1
            maximum-connections, 10000
            maximum-body-bytes,  1024
            maximum-body-bytes,  104857600
            connect-timeout,     1ms
            proxy,               http://proxy:1
            proxy,               http://[::1]:65535/
            """)
    void a_value_on_the_bound_is_fine(final String name, final String value) {
        assertThat(account(complete().set("airalo." + name, value)).effective())
                .anySatisfy(setting -> assertThat(setting.shownValue()).isEqualTo(value));
    }
}
