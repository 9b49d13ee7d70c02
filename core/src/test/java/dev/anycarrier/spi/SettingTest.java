package dev.anycarrier.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

    private static final Setting<URI> ADDRESS = Setting.address("base-url", "Where it is.");
    private static final Setting<String> PATH = Setting.path("usage-path", "Where below it.");
    private static final Setting<Duration> DURATION = Setting.duration("deadline", "How long.");
    private static final Setting<RateLimit> LIMIT = Setting.rateLimit("limit", LimitScope.ACCOUNT, "How many.");
    private static final Setting<Integer> INTEGER = Setting.integer("count", 1, 10, "How many.");

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com, https://api.example.com",
        "https://api.example.com/, https://api.example.com",
        "https://api.example.com:8443/v1/, https://api.example.com:8443/v1",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://[::1]:8080/x, http://[::1]:8080/x"
    })
    void an_address_is_absolute_and_has_no_slash_at_its_end(final String text, final URI address) {
        assertThat(ADDRESS.read(text)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.example.com",
                "//api.example.com",
                "file:///etc/passwd",
                "jar:file:/x.jar!/",
                "ftp://api.example.com",
                "https:///x",
                "https://",
                "https://user@api.example.com",
                "https://user:planted@api.example.com",
                "https://api.example.com?x=1",
                "https://api.example.com/#x",
                "https://api.example.com/../x",
                "https://api.example.com/%2e%2e",
                "https://api.example.com//x",
                "https://api example.com",
                "https://api_example.com:99999999"
            })
    void an_address_is_nothing_else(final String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADDRESS.read(text))
                .withMessageStartingWith("must ")
                .withMessageNotContaining("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2", "/cusomter/v2", "/a.b/c-d_e~f", "/v1.2.3/x"})
    void a_path_is_plain(final String text) {
        assertThat(PATH.read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "v2", "/v2/", "/.", "/..", "/../v2", "/v2/..", "/a..b", "/.a", "/a.", "//v2", "/v2//x",
                "/v2?x", "/v2#x", "/%2e", "/v 2", "/v2;x", "/{x}", "/v2\\x", "/v2\n", "/ä"
            })
    void a_path_is_nothing_else(final String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PATH.read(text)).withMessageContaining("plain path");
    }

    @Test
    void a_path_is_of_bearable_length() {
        assertThatIllegalArgumentException().isThrownBy(() -> PATH.read("/" + "x".repeat(200)));
    }

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "10s, PT10S", "15m, PT15M", "24h, PT24H", "7d, PT168H"})
    void a_time_span_is_a_number_and_its_unit(final String text, final Duration span) {
        assertThat(DURATION.read(text)).isEqualTo(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "10", "-1s", "1.5s", "10 s", "10S", "PT10S", "9999999999s"})
    void a_time_span_is_nothing_else(final String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DURATION.read(text))
                .withMessageContaining("such as 250ms");
    }

    @Test
    void a_limit_is_requests_per_window() {
        assertThat(LIMIT.read("5/1s")).isEqualTo(new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5/s", "0/1s", "5/0s", "-5/1s", "5/1s/1s", "5 / 1s"})
    void a_limit_is_nothing_else(final String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LIMIT.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "11", "1.0", "+", "99999999999", " 5"})
    void a_whole_number_keeps_to_its_bounds(final String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INTEGER.read(text))
                .withMessage("must be a whole number from 1 to 10");
    }

    @Test
    void other_values_are_read_strictly() {
        assertThat(INTEGER.read("10")).isEqualTo(10);
        assertThat(Setting.flag("on", "On.").read("true")).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.flag("on", "On.").read("yes"));
        assertThat(Setting.file("trust-store", "Where.").read("a/b")).isEqualTo(Path.of("a", "b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.file("trust-store", "Where.").read("a\u0000"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.text("client-id", "Who.").read(" "));
    }

    @Test
    void a_secret_is_marked_and_a_bad_one_not_repeated() {
        final Setting<SecretSource> secret = Setting.secret("api-key", "The key.");

        assertThat(secret.isSecret()).isTrue();
        assertThat(secret.read("planted").current().reveal()).isEqualTo("planted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> secret.read("planted\u0001"))
                .withMessageNotContaining("planted");
    }

    @Test
    void it_is_required_unless_it_is_optional_or_has_a_default() {
        assertThat(ADDRESS.isRequired()).isTrue();
        assertThat(ADDRESS.isAddress()).isTrue();
        assertThat(ADDRESS.optional().isRequired()).isFalse();
        assertThat(ADDRESS.defaultsTo("https://a.example").defaultText()).contains("https://a.example");
        assertThat(PATH.isAddress()).isFalse();
        assertThat(PATH.environmentKey()).isEqualTo("USAGE_PATH");
        assertThat(PATH).hasToString("usage-path (path)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Base-Url", "base_url", "-a", "a-", "a--b", "a.b"})
    void its_name_is_lower_case_words(final String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Setting.text(name, "x"));
    }
}
