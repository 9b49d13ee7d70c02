package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.List;

/** What tests about limits look at: when requests came, and how many of them in any window. */
final class Held {

    /** One attempt, no limits but those that the carrier sets, and no value that is new enough. */
    static final String[] BARE = {"maximum-attempts=1", "minimum-interval=0s", "maximum-age=0s", "limit-sim=1000/1s"};

    /** The longest pause of our own after a first refusal. */
    static final Duration OWN = Duration.ofMillis(1500);

    private static final CallOptions PATIENT = CallOptions.defaults().withDeadline(CallOptions.LONGEST_DEADLINE);

    private Held() {}

    /** How long after the refused question the next one about the same SIM goes out, if its caller waits for it. */
    static Duration afterRefusal(final Scene scene, final Reply refusal) {
        return afterRefusal(scene, scene.account("airalo", BARE), refusal);
    }

    /** As above, of an account at hand. */
    static Duration afterRefusal(final Scene scene, final CarrierAccount account, final Reply refusal) {
        scene.answer(refusal);
        Scene.failure(() -> account.usage(Scene.SIM));
        final int before = scene.questions().size();
        scene.answer(Reply.balance(1024));
        account.usage(Scene.SIM, PATIENT);
        final List<Received> questions = scene.questions();
        assertThat(questions).hasSize(before + 1);
        return Duration.ofNanos(
                questions.get(before).at() - questions.get(before - 1).at());
    }

    /** The failure of a caller who does not wait. */
    static UsageException impatient(final CarrierAccount account, final SimId sim) {
        return Scene.failure(() -> account.usage(
                sim, CallOptions.defaults().withDeadline(Duration.ofMillis(500)).whenStale(WhenStale.FAIL)));
    }

    /** That no span of the window ever holds more requests. */
    static void neverMore(final List<Received> requests, final int most, final Duration window) {
        for (int i = most; i < requests.size(); i++) {
            assertThat(requests.get(i).at() - requests.get(i - most).at())
                    .as("time between requests " + (i - most) + " and " + i)
                    .isGreaterThanOrEqualTo(window.toNanos());
        }
    }
}
