package dev.anycarrier.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {

    private static final List<String> KNOWN =
            List.of("proxy", "client-id", "client-secret", "connect-timeout", "id", "limit-sim", "limit-tim");

    @ParameterizedTest
    @CsvSource(textBlock = """
            client_id,        client-id
            clientid,         client-id
            client-idd,       client-id
            clientt-sekrett,  client-secret
            conect-timout,    connect-timeout
            pxory,            ''
            poxy,             proxy
            ix,               id
            limit-xim,        limit-sim
            password,         ''
            conn-time-out-ms, ''
            '',               ''
            """)
    void the_nearest_name_is_suggested_if_it_is_a_few_slips_away(final String written, final String meant) {
        final String suggestion = meant.isEmpty() ? "; known" : "; did you mean " + meant + "? Known";

        assertThat(KnownNames.hint(written, KNOWN, "settings")).startsWith(suggestion + " settings: client-id,");
    }

    @Test
    void a_name_of_any_length_is_answered_at_once() {
        final String endless = "x".repeat(1_000_000);

        assertThat(KnownNames.hint(endless, List.of(endless + "x"), "settings")).startsWith("; known settings: ");
    }

    @Test
    void all_names_are_listed_in_order() {
        assertThat(KnownNames.list(List.of("b", "c", "a"))).isEqualTo("a, b, c");
        assertThat(KnownNames.list(List.of())).isEqualTo("none");
    }
}
