package dev.anycarrier.airalo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication.TokenExchange;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Airalo's provider tells of itself, without a request. */
class AiraloDescriptionTest {

    private final ContextOfNothing context = new ContextOfNothing();

    @Test
    void the_provider_is_found_as_a_service() {
        assertThat(ServiceLoader.load(UsageProviderFactory.class))
                .extracting(UsageProviderFactory::id)
                .contains("airalo");
    }

    @Test
    void one_fetch_per_sim_and_15_minutes_and_five_a_second_per_account_are_the_defaults() {
        assertThat(descriptor().limits())
                .containsExactlyInAnyOrder(
                        new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(15)),
                        new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1)),
                        new RateLimit(LimitScope.TOKEN_ENDPOINT, 3, Duration.ofMinutes(1)));
        assertThat(descriptor().minimumInterval()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void the_rate_headers_are_undescribed_and_have_no_declared_meaning() {
        assertThat(descriptor().rateLimitHeaders()).isEmpty();
    }

    @Test
    void data_voice_and_text_are_told_by_iccid() {
        assertThat(descriptor().identifiers()).containsExactly(IdentifierType.ICCID);
        assertThat(descriptor().services()).containsExactlyInAnyOrder(Service.values());
    }

    @Test
    void there_are_no_records_no_hours_and_no_tags() {
        final var provider = new AiraloProviderFactory().create(context);

        assertThat(provider.records()).isEmpty();
        assertThat(provider.usageByHour()).isEmpty();
        assertThat(provider.tagUsage()).isEmpty();
    }

    @Test
    void the_production_host_is_the_default_and_the_secret_is_a_secret() {
        assertThat(AiraloSettings.BASE_URL.defaultText()).contains("https://partners-api.airalo.com");
        assertThat(new AiraloProviderFactory().settings())
                .filteredOn(Setting::isSecret)
                .extracting(Setting::name)
                .containsExactly("client-secret");
    }

    @ParameterizedTest
    @CsvSource({"31622400, PT24H", "86400, PT24H", "3600, PT1H", "1, PT1S"})
    void a_token_is_used_as_long_as_it_says_but_never_longer_than_24_hours(
            final String expiresIn, final Duration lifetime) {
        new AiraloProviderFactory().create(context);

        final String body = "{\"data\":{\"expires_in\":" + expiresIn + ",\"access_token\":\"token\"}}";
        final AccessToken token = ((TokenExchange) context.authentication())
                .fetchToken(
                        request -> new HttpResponse(200, HttpHeaders.none(), body.getBytes(StandardCharsets.UTF_8)));
        assertThat(token.lifetime()).isEqualTo(lifetime);
    }

    private ProviderDescriptor descriptor() {
        return new AiraloProviderFactory().create(context).descriptor();
    }
}
