package dev.anycarrier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can name a SIM, and what never gets near a URL. */
class SimRefTest {

    @ParameterizedTest
    @CsvSource({
        "airalo-eu:8944465400000217738, airalo-eu, 8944465400000217738",
        "a:000123456, a, 000123456",
        "acme2:550e8400-e29b-41d4-a716-446655440000, acme2, 550e8400-e29b-41d4-a716-446655440000",
        "x:order_7.b, x, order_7.b"
    })
    void it_is_written_account_colon_id(final String text, final String account, final String id) {
        final SimRef sim = SimRef.parse(text);

        assertThat(sim.account()).isEqualTo(account);
        assertThat(sim.sim().value()).isEqualTo(id);
    }

    @Test
    void digits_of_the_length_of_an_iccid_are_one_and_others_are_the_carriers_own() {
        assertThat(SimId.parse("8944465400000217738")).isInstanceOf(Iccid.class);
        assertThat(SimId.parse("894446540000021")).isInstanceOf(CarrierSimId.class);
        assertThat(SimId.parse("89444654000002177388888")).isInstanceOf(CarrierSimId.class);
        assertThat(SimId.parse("000123456").value()).isEqualTo("000123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../",
                "..",
                ".",
                "a..b",
                ".a",
                "a.",
                "%2e%2e",
                "..%2f",
                "a%2Fb",
                "a/b",
                "a?b",
                "a#b",
                "a;b",
                "a\\b",
                "a\r\nb",
                "a\u0000",
                "{x}",
                "",
                " ",
                "a b",
                "a:b",
                "８９４４４６５４０００００２１７７３８",
                "ä",
                "a\u202eb"
            })
    void what_could_change_a_url_is_no_identifier_and_is_not_repeated(final String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimRef.parse("airalo:" + id))
                .satisfies(refusal -> {
                    if (id.length() > 1) {
                        assertThat(refusal.getMessage())
                                .doesNotContain(id + "'")
                                .doesNotContain("'" + id);
                    }
                });
    }

    @Test
    void an_identifier_has_at_most_64_characters() {
        assertThat(CarrierSimId.of("x".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CarrierSimId.of("x".repeat(65)))
                .withMessageContaining("65 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a_b", "a.b", "ä", "a b", "a/b"})
    void an_account_has_a_plain_name(final String account) {
        assertThat(SimRef.isAccountName(account)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> SimRef.parse(account + ":8944465400000217738"));
    }

    @Test
    void a_text_without_a_colon_is_refused_with_an_example() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimRef.parse("8944465400000217738"))
                .withMessageContaining("account:id");
    }

    @ParameterizedTest
    @CsvSource({"000123456, …456", "abcd, …cd", "ab, …b", "a, …"})
    void an_identifier_shows_its_last_characters_and_never_more_than_half(final String id, final String shown) {
        assertThat(CarrierSimId.of(id)).hasToString(shown);
        assertThat(new SimRef("acme", CarrierSimId.of(id))).hasToString("acme:" + shown);
    }
}
