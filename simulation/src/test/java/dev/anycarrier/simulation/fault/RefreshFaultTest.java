package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Tokens that end, are refused or change while many need them. */
class RefreshFaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static boolean carries(final Received request, final String token) {
        return request.authorization().equals("Bearer " + token);
    }

    /** Tokens {@code planted-token-1}, {@code -2} and so on, each good for that long. */
    private static void numbered(final Scene scene, final Duration lifetime) {
        scene.tokens(
                request -> Reply.token("planted-token-" + scene.tokenRequests().size(), lifetime));
    }

    @Test
    @Fault("AUTH-01")
    void five_hundred_callers_of_an_ended_token_lead_to_one_fetch() {
        Scene.play(1, scene -> {
            numbered(scene, Duration.ofMinutes(5));
            final CarrierAccount pressone = scene.account("pressone");
            pressone.usage(Scene.SIM);
            scene.pass(Duration.ofMinutes(10));
            final Callers callers = new Callers(scene);
            callers.start(pressone, 500, PATIENCE);
            assertThat(callers.outcomes())
                    .hasSize(500)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(UsageResult.Fresh.class));
            assertThat(scene.tokenRequests()).hasSize(2);
            assertThat(scene.questions()).hasSize(501);
        });
    }

    @Test
    @Fault("AUTH-03")
    void refusals_of_the_old_token_that_come_late_lead_to_no_further_fetch() {
        Scene.play(scene -> {
            numbered(scene, Scene.DAY);
            final CarrierAccount pressone = scene.account("pressone");
            pressone.usage(Scene.SIM);
            final AtomicInteger refused = new AtomicInteger();
            scene.answer(request -> carries(request, "planted-token-1")
                    ? Reply.of(401, "{}").after(Duration.ofMillis(50 + 300L * refused.getAndIncrement()))
                    : Reply.balance(1024));
            final Callers callers = new Callers(scene);
            callers.start(pressone, 20, PATIENCE);
            assertThat(callers.outcomes())
                    .hasSize(20)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(UsageResult.Fresh.class));
            assertThat(refused).hasValueGreaterThan(1);
            assertThat(scene.tokenRequests()).hasSize(2);
        });
    }

    @Test
    @Fault("AUTH-06")
    void a_token_that_only_some_machines_accept_leads_to_few_fetches() {
        Scene.play(1, scene -> {
            numbered(scene, Scene.DAY);
            final CarrierAccount pressone = scene.account("pressone", "minimum-interval=0s", "maximum-age=0s");
            scene.answer(request -> scene.questions().size() % 2 == 0 ? Reply.of(401, "{}") : Reply.balance(1024));
            int answered = 0;
            for (int i = 0; i < 600; i++) {
                try {
                    pressone.usage(Callers.sim(i));
                    answered++;
                } catch (final UsageException failure) {
                    assertThat(failure.kind()).isIn(Kind.AUTHENTICATION_FAILED, Kind.TOO_MANY_REQUESTS);
                }
                scene.pass(Duration.ofSeconds(1));
            }
            assertThat(answered).isGreaterThan(200);
            assertThat(scene.tokenRequests()).hasSizeBetween(2, 30);
            Held.neverMore(scene.tokenRequests(), 3, Duration.ofMinutes(1));
        });
    }

    @Test
    @Fault("AUTH-07")
    void a_token_that_is_revoked_early_is_replaced_once() {
        Scene.play(scene -> {
            numbered(scene, Scene.DAY);
            final CarrierAccount pressone = scene.account("pressone");
            pressone.usage(Scene.SIM);
            scene.answer(request -> carries(request, "planted-token-1") ? Reply.of(401, "{}") : Reply.balance(1024));
            for (int i = 0; i < 10; i++) {
                pressone.usage(Callers.sim(i));
            }
            assertThat(scene.tokenRequests()).hasSize(2);
            assertThat(scene.questions()).hasSize(12);
        });
    }

    @Test
    @Fault("AUTH-09")
    void when_a_secret_changes_what_is_under_way_ends_and_what_comes_after_uses_the_new_one_alone() {
        Scene.play(scene -> {
            final AtomicReference<String> secret = new AtomicReference<>("planted-secret-1");
            scene.tokens(request -> Reply.token(
                    request.body().contains("planted-secret-1") ? "planted-token-1" : "planted-token-2", Scene.DAY));
            scene.answer(request -> Reply.balance(1024)
                    .after(Duration.ofSeconds(
                            request.path().endsWith(Callers.sim(0).value() + "/usage") ? 5 : 0)));
            final SettingsBuilder settings = pressone("pressone")
                    .secret("pressone.client-secret", () -> Secret.of(String.valueOf(secret.get())));
            final CarrierAccount pressone = scene.open(settings.build()).account("pressone");
            pressone.usage(Scene.SIM);
            final Callers callers = new Callers(scene);
            callers.start(() -> pressone.usage(Callers.sim(0), CallOptions.defaults()));
            scene.pass(Duration.ofSeconds(1));
            secret.set("planted-secret-2");
            callers.start(() -> pressone.usage(Callers.sim(1), CallOptions.defaults()));
            assertThat(callers.outcomes())
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(UsageResult.Fresh.class));
            assertThat(scene.tokenRequests())
                    .extracting(Received::body)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("planted-secret-1"),
                            second -> assertThat(second).contains("planted-secret-2"));
            assertThat(scene.questions())
                    .extracting(Received::authorization)
                    .containsExactly("Bearer planted-token-1", "Bearer planted-token-1", "Bearer planted-token-2");
            assertThat(scene.questions())
                    .allMatch(request ->
                            request.request().headers().all("Authorization").size() == 1);
        });
    }

    @Test
    @Fault("AUTH-09")
    void when_settings_change_the_account_they_replace_ends_what_is_under_way() {
        Scene.play(scene -> {
            scene.tokens(request -> Reply.token(
                    request.body().contains("planted-secret-1") ? "planted-token-1" : "planted-token-2", Scene.DAY));
            scene.answer(Reply.balance(1024).after(Duration.ofSeconds(3)));
            final Anycarrier carriers = scene.open(pressone("pressone")
                    .set("pressone.client-secret", "planted-secret-1")
                    .build());
            final Callers callers = new Callers(scene);
            callers.start(() -> carriers.account("pressone").usage(Callers.sim(0), CallOptions.defaults()));
            scene.pass(Duration.ofSeconds(1));
            carriers.apply(pressone("pressone")
                    .set("pressone.client-secret", "planted-secret-2")
                    .build());
            callers.start(() -> carriers.account("pressone").usage(Callers.sim(1), CallOptions.defaults()));
            assertThat(callers.outcomes())
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(UsageResult.Fresh.class));
            assertThat(scene.questions())
                    .extracting(Received::authorization)
                    .containsExactly("Bearer planted-token-1", "Bearer planted-token-2");
        });
    }

    private static SettingsBuilder pressone(final String... accounts) {
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        for (final String account : accounts) {
            settings.set(account + ".provider", "pressone")
                    .set(account + ".base-url", "https://pressone.example")
                    .set(account + ".client-id", "planted-client-of-" + account);
        }
        return settings;
    }

    @Test
    @Fault("AUTH-12")
    void two_tenants_refresh_apart() {
        Scene.play(scene -> {
            scene.tokens(request -> "one".equals(request.account())
                    ? Reply.of(500, "{}").after(Duration.ofSeconds(2))
                    : Reply.token("planted-token-of-" + request.account(), Scene.DAY));
            final Anycarrier carriers = scene.open(pressone("one", "two")
                    .set("one.client-secret", "planted-secret-1")
                    .set("two.client-secret", "planted-secret-2")
                    .set("one.maximum-attempts", "1")
                    .build());
            final Callers callers = new Callers(scene);
            for (int i = 0; i < 5; i++) {
                final int number = i;
                callers.start(() -> carriers.account("one").usage(Callers.sim(number), CallOptions.defaults()));
                callers.start(() -> carriers.account("two").usage(Callers.sim(number), CallOptions.defaults()));
            }
            int caller = 0;
            for (final Object outcome : callers.outcomes()) {
                if (caller++ % 2 == 0) {
                    assertThat(outcome).isInstanceOf(UsageException.class);
                } else {
                    assertThat(outcome).isInstanceOf(UsageResult.Fresh.class);
                }
            }
            assertThat(scene.tokenRequests()).extracting(Received::account).containsExactlyInAnyOrder("one", "two");
            assertThat(scene.questions())
                    .hasSize(5)
                    .allMatch(request -> "two".equals(request.account()) && carries(request, "planted-token-of-two"));
            assertThat(scene.questions().get(4).at())
                    .isLessThan(Duration.ofSeconds(1).toNanos());
        });
    }
}
