package dev.anycarrier.onomondo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.AccountAccess;
import dev.anycarrier.AccountAccess.Credentials;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.spi.UsageException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnomondoAccessTest {

    private final OnomondoCarrier carrier = new OnomondoCarrier();

    @AfterEach
    void close() {
        carrier.close();
    }

    @ParameterizedTest
    @CsvSource({"404, sim_id_not_found", "403, sim_id_forbidden", "400, sim_id_invalid"})
    void whoever_is_told_something_about_the_sim_has_a_good_key(final int status, final String error) {
        final AccountAccess access = answered(status, "{\"error\":\"" + error + "\"}");

        assertThat(access.credentials()).isEqualTo(Credentials.ACCEPTED);
        assertThat(access.failure()).isEmpty();
        assertThat(carrier.targets()).containsExactly("/sims/000000000");
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void a_refusal_that_is_not_about_the_sim_is_about_the_key(final int status) {
        final AccountAccess access = answered(status, "{}");

        assertThat(access.reached()).isTrue();
        assertThat(access.credentials()).isEqualTo(Credentials.REFUSED);
    }

    @Test
    void what_does_not_know_the_interface_is_not_taken_for_the_carrier() {
        final AccountAccess access = answered(404, "<html>nothing here</html>");

        assertThat(access.credentials()).isEqualTo(Credentials.NOT_TOLD);
        assertThat(access.failure())
                .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL));
    }

    private AccountAccess answered(final int status, final String body) {
        carrier.answersEverything(aResponse().withStatus(status).withBody(body));
        return carrier.account().access(CallOptions.defaults());
    }
}
