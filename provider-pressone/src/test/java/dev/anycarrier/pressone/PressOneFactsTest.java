package dev.anycarrier.pressone;

import static dev.anycarrier.pressone.PressOneAccount.SIM;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PressOne documents, one test for each statement. */
class PressOneFactsTest {

    private static final long MB = 1024 * 1024;

    private final PressOneAccount pressone = new PressOneAccount();

    @AfterEach
    void close() {
        pressone.close();
    }

    @Test
    void usage_is_asked_for_at_the_misspelt_path_of_its_page() {
        pressone.usage();

        final LoggedRequest request = pressone.usageRequests().get(0);
        assertThat(request.getUrl()).isEqualTo("/cusomter/v2/sims/" + SIM + "/usage");
        assertThat(request.getHeader("Accept")).isEqualTo("application/json");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + PressOneAccount.TOKEN);
        assertThat(pressone.usageRequests()).hasSize(1);
    }

    @Test
    void the_token_is_asked_for_at_the_path_of_every_other_page() {
        pressone.usage();

        final LoggedRequest request = pressone.tokenRequests().get(0);
        assertThat(request.getUrl()).isEqualTo("/customer/v2/token");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getBodyAsString())
                .isEqualTo("client_id=planted-client-id&client_secret=planted-client-secret"
                        + "&grant_type=client_credentials");
    }

    @Test
    void both_paths_are_settings_since_nobody_knows_which_spelling_is_served() {
        pressone.serves("/customer/v2", "/v3/oauth/token")
                .with("usage-path", "/customer/v2")
                .with("token-path", "/v3/oauth/token");

        assertThat(pressone.usage().status()).isEqualTo(SimStatus.ACTIVE);
    }

    @Test
    void a_404_is_not_found_without_a_silent_try_of_the_other_spelling() {
        pressone.serves("/customer/v2", "/customer/v2/token");

        final UsageException failure = pressone.failure();
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.detail()).contains("SIM").contains("usage-path");
        assertThat(pressone.usageRequests()).hasSize(1);
    }

    @Test
    void a_token_path_that_is_not_served_is_told_as_such() {
        pressone.with("token-path", "/cusomter/v2/token");

        final UsageException failure = pressone.failure();
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure.detail()).contains("token endpoint").contains("token-path");
        assertThat(pressone.usageRequests()).isEmpty();
    }

    @Test
    void total_and_remaining_are_megabytes_of_1024_times_1024_bytes() {
        final Bucket data = onlyBucket(pressone.usage());

        assertThat(data.service()).isEqualTo(Service.DATA);
        assertThat(data.allowance()).isEqualTo(Allowance.limited(Quantity.bytes(2048 * MB)));
        assertThat(data.remaining()).contains(Quantity.bytes(767 * MB));
        assertThat(data.used()).contains(Quantity.bytes(1281 * MB));
        assertThat(data.validity()).contains(TimePeriod.until(Instant.parse("2027-01-31T23:59:59Z")));
    }

    @Test
    void voice_is_minutes_and_text_is_messages() {
        pressone.answers(UsageBody.documented()
                .with("total_voice", "100")
                .with("remaining_voice", "40")
                .with("total_text", "50")
                .with("remaining_text", "\"49\""));

        final UsageReport report = pressone.usage();
        assertThat(report.buckets(Service.VOICE)).singleElement().satisfies(voice -> {
            assertThat(voice.allowance()).isEqualTo(Allowance.limited(Quantity.seconds(6000)));
            assertThat(voice.remaining()).contains(Quantity.seconds(2400));
        });
        assertThat(report.buckets(Service.MESSAGE)).singleElement().satisfies(text -> {
            assertThat(text.allowance()).isEqualTo(Allowance.limited(Quantity.messages(50)));
            assertThat(text.remaining()).contains(Quantity.messages(49));
        });
    }

    @Test
    void voice_and_text_with_a_total_of_0_are_services_the_sim_does_not_have() {
        assertThat(pressone.usage().buckets()).extracting(Bucket::service).containsExactly(Service.DATA);
    }

    @Test
    void the_published_example_is_unlimited_and_its_numbers_mean_nothing() {
        pressone.answers(UsageBody.documented().with("is_unlimited", "true"));

        final Bucket data = onlyBucket(pressone.usage());
        assertThat(data.allowance()).isEqualTo(Allowance.unlimited());
        assertThat(data.remaining()).isEmpty();
        assertThat(data.used()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_ACTIVE, NOT_ACTIVE",
        "ACTIVE, ACTIVE",
        "FINISHED, EXHAUSTED",
        "EXPIRED, EXPIRED",
        "UNKNOWN, UNKNOWN"
    })
    void each_documented_status_has_its_meaning(final String word, final SimStatus status) {
        pressone.answers(UsageBody.documented()
                .with("status", "\"" + word + "\"")
                .with("remaining", "0")
                .with("expired_at", "null"));

        final UsageReport report = pressone.usage();
        assertThat(report.status()).isEqualTo(status);
        assertThat(report.carrierStatus()).contains(word);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void any_other_status_word_is_unknown_and_kept() {
        pressone.answers(UsageBody.documented().with("status", "\"PARKED\""));

        final UsageReport report = pressone.usage();
        assertThat(report.status()).isEqualTo(SimStatus.UNKNOWN);
        assertThat(report.carrierStatus()).contains("PARKED");
        assertThat(report.warnings()).extracting(UsageWarning::kind).containsExactly(UsageWarning.Kind.UNKNOWN_STATUS);
    }

    @Test
    void a_recycled_sim_is_terminated_and_its_zeros_are_no_buckets() {
        pressone.answers(UsageBody.recycled());

        final UsageReport report = pressone.usage();
        assertThat(report.status()).isEqualTo(SimStatus.TERMINATED);
        assertThat(report.carrierStatus()).contains("RECYCLED");
        assertThat(report.buckets()).isEmpty();
    }

    @Test
    void a_value_may_be_20_minutes_old_and_does_not_say_when_it_was_true() {
        final UsageReport report = pressone.usage();

        assertThat(report.provider()).isEqualTo("pressone");
        assertThat(report.sim().value()).isEqualTo(SIM);
        assertThat(report.carrierCacheTime()).contains(Duration.ofMinutes(20));
        assertThat(report.observedAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'17', 17", "'\"17\"', 17", "'\"ERR_SIM\"', ERR_SIM"})
    void the_code_of_an_error_is_a_number_or_a_text(final String json, final String code) {
        pressone.answers(422, "{\"code\":" + json + ",\"reason\":\"The SIM cannot be asked about\"}");

        final UsageException failure = pressone.failure();
        assertThat(failure.kind()).isEqualTo(Kind.REJECTED_INPUT);
        assertThat(failure.carrierCode()).contains(code);
        assertThat(failure.getMessage()).doesNotContain("cannot be asked");
    }

    @Test
    void wrong_credentials_are_told_and_not_tried_again() {
        pressone.tokenAnswers(401, "{\"code\":401,\"reason\":\"unauthenticated\"}");

        assertThat(pressone.failure().kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
        assertThat(pressone.tokenRequests()).hasSize(1);
        assertThat(pressone.usageRequests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"000123456", "8944-4654"})
    void an_identifier_that_is_no_iccid_is_refused_without_a_request(final String identifier) {
        final UsageException failure = pressone.failure(identifier);

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED_INPUT);
        assertThat(failure.detail()).contains("ICCID").contains("17 to 22 digits");
        assertThat(pressone.tokenRequests()).isEmpty();
        assertThat(pressone.usageRequests()).isEmpty();
    }

    private static Bucket onlyBucket(final UsageReport report) {
        assertThat(report.buckets()).hasSize(1);
        return report.buckets().get(0);
    }
}
