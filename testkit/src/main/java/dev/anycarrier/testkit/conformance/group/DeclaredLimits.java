package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.testkit.conformance.trial.Waiting;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks a carrier that enforces its limits as fast as the provider's own let it. */
final class DeclaredLimits {

    /** Nobody who declares no limit, or a high one, is asked more often than this. */
    private static final int MOST_QUESTIONS = 700;

    private static final int LEAST_QUESTIONS = 30;
    private static final int SIMS = 60;
    private static final int THREADS = 8;
    private static final int BEYOND = 2;
    private static final CallOptions AT_ONCE = CallOptions.defaults().withDeadline(Duration.ofMillis(200));

    private DeclaredLimits() {}

    static void areKept(final Trial trial) throws Exception {
        final ProviderDescriptor declared = trial.provider().descriptor();
        final int most = most(declared, LimitScope.ACCOUNT);
        try (Trial limited = trial.limited(SIMS);
                Anycarrier carriers = limited.opened(settings -> withOwnLimits(settings, limited))) {
            final CarrierAccount account = carriers.account(Trial.ACCOUNT);
            final List<SimId> sims =
                    limited.sims().stream().map(truth -> truth.sim()).toList();
            final List<SimId> questions = new ArrayList<>();
            final int ofOne = Math.min(most, most(declared, LimitScope.SIM));
            for (int question = 0; question < ofOne; question++) {
                questions.add(sims.get(0));
            }
            for (int question = 0; question < Math.max(most, LEAST_QUESTIONS); question++) {
                questions.add(sims.get(question % sims.size()));
            }
            ask(limited, account, questions);
        }
    }

    /** Straight to the carrier: here nobody else answers in its place, and many questions are to be quick. */
    private static void withOwnLimits(final Map<String, String> settings, final Trial limited) {
        settings.putAll(limited.carrier().settings());
        settings.keySet().removeIf(name -> name.startsWith("limit-"));
    }

    /** A little more than the strictest limit of the scope allows at once. */
    private static int most(final ProviderDescriptor declared, final LimitScope scope) {
        return declared.limits().stream()
                .filter(limit -> limit.scope() == scope)
                .mapToInt(RateLimit::requests)
                .min()
                .stream()
                .map(requests -> Math.min(MOST_QUESTIONS - BEYOND, requests) + BEYOND)
                .findFirst()
                .orElse(LEAST_QUESTIONS);
    }

    private static void ask(final Trial limited, final CarrierAccount account, final List<SimId> questions)
            throws Exception {
        final ExecutorService threads = Executors.newFixedThreadPool(THREADS, limited.threads());
        try {
            final List<Future<Boolean>> asked = new ArrayList<>();
            for (final SimId sim : questions) {
                asked.add(threads.submit(() -> askOne(limited, account, sim)));
            }
            for (final Future<Boolean> one : asked) {
                Waiting.result(one, "a question was not answered");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean askOne(final Trial limited, final CarrierAccount account, final SimId sim) {
        try {
            account.usage(sim, AT_ONCE);
            return true;
        } catch (final UsageException e) {
            if (isCarriers(e)) {
                throw new Violation("within the limits "
                        + limited.provider().descriptor().limits() + " the carrier says: " + e.getMessage());
            }
            return false;
        }
    }

    /** Whether the carrier itself found it too much, by a status or a code of its own. */
    private static boolean isCarriers(final UsageException failure) {
        return failure.kind() == Kind.TOO_MANY_REQUESTS
                && (failure.status().isPresent() || failure.carrierCode().isPresent());
    }
}
