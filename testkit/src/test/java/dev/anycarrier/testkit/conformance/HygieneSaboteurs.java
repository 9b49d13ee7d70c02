package dev.anycarrier.testkit.conformance;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways to behave as if the process were one's own. */
final class HygieneSaboteurs {

    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");

    static final List<Saboteur> ALL = List.of(
            Saboteur.of("HYGIENE-02", "asks in the background", () -> AcmeWith.usage(HygieneSaboteurs::inBackground))
                    .andMayBreak("HYGIENE-03"),
            Saboteur.of(
                    "HYGIENE-03",
                    "looks up what it needs by the context",
                    () -> AcmeWith.usage((acme, sim) -> {
                        Objects.requireNonNull(Thread.currentThread().getContextClassLoader(), "loader")
                                .getResource("acme.properties");
                        return acme.usage(sim);
                    })),
            Saboteur.of(
                    "HYGIENE-04",
                    "leaves another class loader behind",
                    () -> AcmeWith.usage((acme, sim) -> {
                        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
                        return acme.usage(sim);
                    })),
            Saboteur.of(
                    "HYGIENE-05",
                    "tells of failures on the console",
                    () -> AcmeWith.answers(answer -> {
                        if (answer.status() >= 500) {
                            System.out.println("Acme failed");
                        }
                        return answer;
                    })),
            Saboteur.of(
                    "HYGIENE-06",
                    "compares words in the language of the process",
                    () -> AcmeWith.answers(HygieneSaboteurs::foldingStates)),
            Saboteur.of("HYGIENE-07", "keeps Jackson out of its wire records", AcmeModule::closed)
                    .at(new AcmeSimulator()));

    private HygieneSaboteurs() {}

    private static UsageReport inBackground(final UsageProvider acme, final SimId sim) {
        try {
            // The common pool has a thread or many, as the machine has cores.
            return CompletableFuture.supplyAsync(() -> acme.usage(sim), task -> new Thread(task).start())
                    .join();
        } catch (final CompletionException e) {
            throw e.getCause() instanceof UsageException failure ? failure : e;
        }
    }

    /** As if the carrier wrote its words in capitals on some days. */
    private static HttpResponse foldingStates(final HttpResponse answer) {
        final String folded = STATE.matcher(Answers.body(answer)).replaceAll(HygieneSaboteurs::folded);
        return Answers.withBody(answer, folded);
    }

    @SuppressWarnings("StringCaseLocaleUsage")
    private static String folded(final MatchResult state) {
        final boolean known = List.of("WAITING", "OPEN", "SPENT", "OVER")
                .contains(state.group(1).toUpperCase());
        return "\"state\":\"" + (known ? state.group(1) : "lost") + "\"";
    }
}
