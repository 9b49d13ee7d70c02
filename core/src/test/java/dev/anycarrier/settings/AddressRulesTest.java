package dev.anycarrier.settings;

import static dev.anycarrier.settings.Resolving.account;
import static dev.anycarrier.settings.Resolving.complete;
import static dev.anycarrier.settings.Resolving.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The base URL as in SEC-02 of the fault catalogue. */
class AddressRulesTest {

    private static final String NEEDS_TLS = "airalo.base-url must begin with https:// unless it is on loopback or"
            + " allow-http is true (set in code)";
    private static final String IS_PRIVATE = "airalo.base-url is in a private network, which is refused unless"
            + " allow-private-address is true (set in code)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "https://api.example.com:8443/v2",
                "https://8.8.8.8",
                "https://172.15.0.1",
                "https://172.32.0.1",
                "https://[2001:db8::1]",
                "https://localhost",
                "http://localhost:8080",
                "http://LOCALHOST.",
                "http://127.0.0.1:8080",
                "http://127.1.2.3",
                "http://[::1]:8080",
                "http://[::ffff:127.0.0.1]"
            })
    void a_public_address_with_tls_and_any_loopback_address_is_fine(final String address) {
        assertThat(account(complete().set("airalo.base-url", address)).addresses())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://localhost.example.com",
                "http://my-localhost",
                "http://8.8.8.8",
                "http://128.0.0.1",
                "http://[2001:db8::1]"
            })
    void plain_http_beyond_loopback_is_refused_unless_it_is_allowed(final String address) {
        final SettingsBuilder settings = complete().set("airalo.base-url", address);
        assertThat(problems(settings)).containsExactly(NEEDS_TLS);

        settings.set("airalo.allow-http", "true");
        assertThat(account(settings).addresses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1",
                "https://010.0.0.1",
                "https://10.255.255.255:8443",
                "https://172.16.0.1",
                "https://172.31.255.255",
                "https://192.168.1.1",
                "https://169.254.169.254",
                "https://0.0.0.0",
                "https://[::]",
                "https://[fc00::1]",
                "https://[fdff::1]",
                "https://[fe80::1]",
                "https://[fe80::1%25eth0]",
                "https://[fe80::1%eth0]",
                "https://[febf::1]",
                "https://[::ffff:10.0.0.1]",
                "https://[::ffff:a00:1]"
            })
    void a_literal_address_of_a_private_network_is_refused_unless_it_is_allowed(final String address) {
        final SettingsBuilder settings = complete().set("airalo.base-url", address);
        assertThat(problems(settings)).containsExactly(IS_PRIVATE);

        settings.set("airalo.allow-private-address", "true");
        assertThat(account(settings).addresses()).hasSize(1);
    }

    @Test
    void each_permission_stands_for_itself() {
        final SettingsBuilder settings = complete().set("airalo.base-url", "http://10.0.0.1");
        assertThat(problems(settings)).containsExactly(NEEDS_TLS, IS_PRIVATE);

        assertThat(problems(settings.set("airalo.allow-http", "true"))).containsExactly(IS_PRIVATE);

        settings.set("airalo.allow-private-address", "true");
        assertThat(account(settings).addresses()).hasSize(1);
    }

    @Test
    void a_permission_that_cannot_be_read_is_the_only_problem() {
        assertThat(problems(complete()
                        .set("airalo.base-url", "http://api.example.com")
                        .set("airalo.allow-http", "yes please")))
                .containsExactly("airalo.allow-http must be true or false (set in code)");
    }

    @Test
    void nothing_is_allowed_where_the_permissions_do_not_exist() {
        assertThat(problems(
                        complete().set("airalo.base-url", "http://10.0.0.1"),
                        Map.of("airalo", StubFactory.AIRALO),
                        List.of()))
                .containsExactly(NEEDS_TLS, IS_PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "jar:file:/plugin.jar!/",
                "ftp://api.example.com",
                "api.example.com",
                "//api.example.com",
                "https:",
                "https:///v2",
                "https://canary@api.example.com",
                "https://me:canary@api.example.com",
                "https://api.example.com?key=canary",
                "https://api.example.com/#canary",
                "https://api.example.com/../v2",
                "https://api.example.com/%2e%2e/v2",
                "https://api.example.com//v2",
                "https://api.example.com:0",
                "https://api.example.com:65536",
                "https://2130706433",
                "https://0x7f000001",
                "https://127.1",
                "https://10.0.0.256",
                "https://api example.com",
                ""
            })
    void what_is_no_plain_address_is_refused_without_being_repeated(final String address) {
        assertThat(problems(complete().set("airalo.base-url", address)))
                .singleElement()
                .asString()
                .startsWith("airalo.base-url must ")
                .doesNotContain("canary")
                .endsWith("(set in code)");
    }
}
