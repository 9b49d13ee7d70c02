package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an account does when all is well, and the simplest that goes wrong. */
class SceneTest {

    @Test
    void a_value_within_the_carrier_s_interval_is_answered_without_a_request() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo");
            final UsageResult first = airalo.usage(Scene.SIM, CallOptions.defaults());
            scene.pass(Duration.ofMinutes(14));
            final UsageResult second =
                    airalo.usage(Scene.SIM, CallOptions.defaults().withMaximumAge(Duration.ZERO));
            assertThat(second).isInstanceOf(UsageResult.Fresh.class);
            assertThat(second.report()).isEqualTo(first.report());
            assertThat(second.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(14));
            assertThat(scene.questions()).hasSize(1);
        });
    }

    @Test
    void when_the_carrier_is_down_the_last_value_is_served_as_stale_with_age_and_cause() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo");
            airalo.usage(Scene.SIM, CallOptions.defaults());
            scene.pass(Duration.ofMinutes(25));
            scene.answer(Reply.of(500, "{}"));
            final UsageResult served = airalo.usage(Scene.SIM, CallOptions.defaults());
            assertThat(served).isInstanceOfSatisfying(UsageResult.Stale.class, stale -> {
                assertThat(stale.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(25));
                assertThat(stale.cause().orElseThrow().kind()).isEqualTo(Kind.UNAVAILABLE);
            });
            final UsageException failure = Scene.failure(() -> airalo.usage(Scene.SIM));
            assertThat(failure.notBefore()).isPresent();
        });
    }

    @Test
    void an_account_that_is_opened_anew_with_other_settings_forgets_neither_limits_nor_values() {
        Scene.play(scene -> {
            final Anycarrier carriers = scene.open("airalo");
            final UsageResult before = carriers.usage(new SimRef("airalo", Scene.SIM), CallOptions.defaults());
            carriers.apply(Scene.settings("airalo", "client-secret=rotated-secret-4712")
                    .build());
            final UsageResult after = carriers.usage(new SimRef("airalo", Scene.SIM), CallOptions.defaults());
            assertThat(after.report()).isEqualTo(before.report());
            scene.answer(Reply.of(500, "{}"));
            assertThat(Scene.failure(() -> carriers.account("airalo").usage(Scene.OTHER_SIM))
                            .kind())
                    .isEqualTo(Kind.UNAVAILABLE);
            carriers.apply(Scene.settings("airalo").build());
            assertThat(Scene.failure(() -> carriers.account("airalo").usage(Scene.OTHER_SIM))
                            .kind())
                    .isEqualTo(Kind.TOO_MANY_REQUESTS);
            carriers.apply(Scene.settings("onomondo").build());
            assertThat(carriers.accounts()).containsOnlyKeys("onomondo");
            carriers.apply(Scene.settings("airalo").build());
            assertThat(Scene.failure(() -> carriers.account("airalo").usage(Scene.OTHER_SIM))
                            .kind())
                    .isEqualTo(Kind.TOO_MANY_REQUESTS);
            assertThat(scene.questions()).hasSize(2);
        });
    }
}
