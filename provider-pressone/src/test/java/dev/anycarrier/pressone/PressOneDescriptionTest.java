package dev.anycarrier.pressone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.Service;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PressOne's provider tells of itself, without a request. */
class PressOneDescriptionTest {

    @Test
    void the_provider_is_found_as_a_service() {
        assertThat(ServiceLoader.load(UsageProviderFactory.class))
                .extracting(UsageProviderFactory::id)
                .contains("pressone");
    }

    @Test
    void the_host_is_not_published_and_has_to_be_set() {
        assertThat(PressOneSettings.BASE_URL.isRequired()).isTrue();
        assertThat(PressOneSettings.BASE_URL.defaultText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "v2", "/v2/", "/../v2", "/v2/..", "/v2//x", "/v2?x", "/v2#x", "/v2%2e", "/v 2", "/v2;x", "/{x}"
            })
    void a_path_is_plain(final String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PressOneSettings.USAGE_PATH.read(text))
                .withMessageContaining("plain path");
    }

    @Test
    void a_hundred_requests_a_minute_and_sim_are_allowed_but_one_in_20_minutes_is_all_that_teaches_anything() {
        final ProviderDescriptor descriptor =
                new PressOneProviderFactory().create(new ContextOfNothing()).descriptor();

        assertThat(descriptor.limits())
                .contains(new RateLimit(LimitScope.SIM, 100, Duration.ofMinutes(1)))
                .noneMatch(limit -> limit.scope() == LimitScope.ACCOUNT);
        assertThat(descriptor.minimumInterval()).isEqualTo(Duration.ofMinutes(20));
        assertThat(descriptor.carrierCacheTime()).contains(Duration.ofMinutes(20));
        assertThat(descriptor.rateLimitHeaders()).isEmpty();
    }

    @Test
    void data_voice_and_text_are_told_by_iccid() {
        final ProviderDescriptor descriptor =
                new PressOneProviderFactory().create(new ContextOfNothing()).descriptor();

        assertThat(descriptor.identifiers()).containsExactly(IdentifierType.ICCID);
        assertThat(descriptor.services()).containsExactlyInAnyOrder(Service.values());
    }
}
