package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.Sweep;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.state.FileStateStore;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets, tokens and whole identifiers in everything that somebody can come to read. */
class SecretTest {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\W*(\\s|=|&|\")\\W*");

    private static final String TOKEN = "planted-token-canary";

    @TempDir
    private Path folder;

    @Test
    @Fault("SEC-03")
    void no_failure_of_any_kind_and_no_figure_or_setting_shows_a_secret() {
        for (final String provider : List.of("airalo", "pressone", "onomondo")) {
            for (final Function<Received, Reply> answers : failures()) {
                Scene.play(1, scene -> {
                    scene.tokens(request -> Reply.token(TOKEN, Scene.DAY));
                    scene.answer(answers);
                    checkEverything(scene, provider);
                });
                Scene.play(1, scene -> {
                    scene.tokens(answers);
                    checkEverything(scene, provider);
                });
            }
        }
    }

    @Test
    @Fault("SEC-03")
    void neither_the_state_file_nor_the_checkpoint_of_a_sweep_holds_a_secret() throws IOException {
        final Path state = folder.resolve("state");
        final Path checkpoint = folder.resolve("checkpoint");
        Scene.play(1, scene -> {
            scene.state(FileStateStore.open(state, scene.simulation().ports().time()));
            scene.tokens(request -> Reply.token(TOKEN, Scene.DAY));
            scene.answer(request -> request.path().contains(Scene.SIM.value())
                    ? Reply.balance(1024)
                    : echo(request, 429).with("Retry-After", "120"));
            final Anycarrier carriers = scene.open("airalo");
            final List<String> outcomes = new ArrayList<>();
            try (Sweep sweep = carriers.sweep(Stream.of(Scene.SIM, Scene.OTHER_SIM)
                            .map(sim -> new SimRef("airalo", sim))
                            .toList())
                    .deadline(Duration.ofMinutes(1))
                    .checkpoint(checkpoint, "input")) {
                outcomes.add(
                        sweep.run(outcome -> outcomes.add(outcome.toString())).toString());
            }
            outcomes.forEach(SecretTest::requireClean);
        });
        final List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        for (final Path file : files) {
            requireClean(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    @Fault("SEC-04")
    void what_a_carrier_echoes_in_an_error_is_masked() {
        for (final int status : List.of(400, 401, 403, 404, 422, 429, 500, 503)) {
            for (final String provider : List.of("airalo", "pressone", "onomondo")) {
                Scene.play(1, scene -> {
                    scene.tokens(request -> Reply.token(TOKEN, Scene.DAY));
                    scene.answer(request -> echo(request, status));
                    final UsageException failure =
                            Scene.failure(() -> scene.account(provider).usage(Scene.SIM));
                    final String shown = ShownTexts.of(failure);
                    requireClean(shown);
                    assertThat(shown).doesNotContain(Scene.SIM.value());
                });
            }
        }
    }

    @Test
    @Fault("SEC-04")
    void what_a_plugin_quotes_of_a_carrier_is_masked_too() {
        Scene.play(scene -> {
            scene.factory(Plugin.answering((context, sim) -> {
                throw UsageException.of(UsageException.Kind.PROTOCOL, "strange: " + sim.value())
                        .carrierCode("E-" + sim.value())
                        .build();
            }));
            final UsageException failure =
                    Scene.failure(() -> scene.account("plugin").usage(Scene.SIM));
            assertThat(ShownTexts.of(failure))
                    .contains("strange: ***")
                    .contains("E-***")
                    .doesNotContain(Scene.SIM.value());
        });
    }

    @Test
    @Fault("SEC-09")
    void an_exception_shows_no_secret_however_it_is_dumped_and_a_secret_cannot_be_serialised() {
        Scene.play(scene -> {
            scene.tokens(request -> Reply.token(TOKEN, Scene.DAY));
            scene.answer(request -> echo(request, 500));
            final UsageException failure =
                    Scene.failure(() -> scene.account("airalo").usage(Scene.SIM));
            final String shown = ShownTexts.of(failure);
            assertThat(shown).contains("UNAVAILABLE").contains("airalo").contains("detail=");
            requireClean(shown);
            scene.received().forEach(request -> {
                requireClean(request.toString());
                requireClean(request.request().headers().toString());
            });
        });
        final Secret secret = Secret.of(Scene.SECRET);
        requireClean(secret.toString());
        requireClean(String.valueOf(List.of(new AccessToken(Secret.of(TOKEN), Scene.DAY))));
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(secret))
                .isInstanceOf(NotSerializableException.class);
    }

    private static void checkEverything(final Scene scene, final String provider) {
        final Anycarrier carriers = scene.open(provider, "deadline=2m");
        final CarrierAccount account = carriers.account(provider);
        final List<Object> shown = new ArrayList<>();
        shown.add(outcome(() -> account.usage(Scene.SIM)));
        shown.add(outcome(() -> account.usage(Scene.SIM, CallOptions.defaults().withDeadline(Duration.ofMillis(5)))));
        shown.add(outcome(() -> account.tagTotal("036eb4b3-4f6a-4a9a-b10c-6306ac5088a3")));
        shown.add(outcome(() -> account.records(UsageRecordQuery.between(
                        Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z")))
                .toList()));
        shown.addAll(List.of(
                account.statistics(),
                account.settings(),
                account.descriptor(),
                account,
                carriers,
                carriers.accounts(),
                carriers.providers()));
        shown.forEach(each -> requireClean(each.toString()));
    }

    private static String outcome(final Supplier<?> question) {
        try {
            final Object answer = question.get();
            return answer instanceof UsageResult.Stale stale
                    ? stale + stale.cause().map(ShownTexts::of).orElse("")
                    : answer.toString();
        } catch (final UsageException e) {
            return ShownTexts.of(e);
        }
    }

    private static List<Function<Received, Reply>> failures() {
        final List<Function<Received, Reply>> failures = new ArrayList<>();
        for (final int status : List.of(200, 204, 302, 400, 401, 403, 404, 407, 422, 429, 500, 503)) {
            failures.add(request -> echo(request, status));
        }
        for (final int status : List.of(401, 422, 500)) {
            failures.add(request -> Reply.of(
                    status, "{\"code\":\"" + word(request) + "\",\"error\":{\"code\":\"" + word(request) + "\"}}"));
        }
        failures.add(request -> Reply.refused());
        failures.add(request -> Reply.reset());
        failures.add(request -> Reply.silence());
        failures.add(request -> Reply.ok("{\"" + request.authorization() + request.body() + "\": "));
        return failures;
    }

    /** The last of what was sent that is a word by itself: the token, the key or the secret. */
    private static String word(final Received request) {
        return BETWEEN_WORDS
                .splitAsStream(request.authorization() + " " + request.body())
                .filter(word -> !word.isEmpty())
                .reduce("", (before, word) -> word);
    }

    /** All that was sent, wherever an answer has room for it. */
    private static Reply echo(final Received request, final int status) {
        final String sent = (request.authorization() + " " + request.body() + " "
                        + request.request().uri())
                .replace("\"", "'")
                .replaceAll("\\p{Cntrl}", " ");
        return Reply.of(
                        status,
                        "{\"code\":\"" + sent + "\",\"message\":\"" + sent + "\",\"error\":\"" + sent
                                + "\",\"reason\":\"" + sent + "\",\"data\":{\"message\":\"" + sent
                                + "\",\"status\":\"" + sent + "\"},\"meta\":{\"message\":\"" + sent + "\"}}")
                .with("X-Echo", sent)
                .with("Location", "https://elsewhere.example/?" + sent.replace(' ', '+'));
    }

    private static void requireClean(final String shown) {
        assertThat(shown).doesNotContain(Scene.SECRET).doesNotContain(TOKEN);
    }
}
