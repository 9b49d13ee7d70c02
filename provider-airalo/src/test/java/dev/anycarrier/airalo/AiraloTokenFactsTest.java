package dev.anycarrier.airalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Airalo documents about its access token, one test for each statement. */
class AiraloTokenFactsTest {

    private final AiraloAccount airalo = new AiraloAccount();

    @AfterEach
    void close() {
        airalo.close();
    }

    @Test
    void the_token_is_asked_for_with_identifier_and_secret_in_a_form() {
        airalo.usage();

        final LoggedRequest request = airalo.tokenRequests().get(0);
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getHeader("Accept")).isEqualTo("application/json");
        assertThat(request.containsHeader("Authorization")).isFalse();
        assertThat(request.getBodyAsString())
                .isEqualTo("client_id=planted-client-id&client_secret=planted-client-secret"
                        + "&grant_type=client_credentials");
    }

    @Test
    void the_token_is_wrapped_in_an_object_named_data() {
        airalo.tokenAnswers(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"unwrapped\"}");

        assertThat(airalo.failure().kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
        assertThat(airalo.usageRequests()).isEmpty();
    }

    @Test
    void wrong_credentials_are_told_with_401_and_are_not_tried_again() {
        airalo.tokenAnswers(401, "{\"data\":[],\"meta\":{\"message\":\"Client authentication failed\"}}");

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
        assertThat(failure.detail()).contains("token endpoint").contains("401");
        assertThat(failure.getMessage()).doesNotContain(AiraloAccount.SECRET);
        assertThat(airalo.tokenRequests()).hasSize(1);
        assertThat(airalo.usageRequests()).isEmpty();
    }

    @Test
    void malformed_credentials_are_told_with_422_and_are_wrong_credentials_too() {
        airalo.tokenAnswers(
                422,
                "{\"data\":{\"client_id\":\"The client id field is required.\"},"
                        + "\"meta\":{\"message\":\"the parameter is invalid\"}}");

        final UsageException failure = airalo.failure();
        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
        assertThat(failure.detail()).contains("422");
        assertThat(airalo.tokenRequests()).hasSize(1);
        assertThat(airalo.usageRequests()).isEmpty();
    }
}
