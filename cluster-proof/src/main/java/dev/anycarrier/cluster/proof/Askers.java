package dev.anycarrier.cluster.proof;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Those who ask, on one node: some of them wait for the answer, and some read in passing. Thread-safe. */
final class Askers {

    private static final int WAITING = 5;
    private static final int IN_PASSING = 2;
    private static final int LONGEST_REST_MILLIS = 40;
    private static final int OLDEST_WANTED_SECONDS = 6;

    private final CarrierAccount account;
    private final TimeSource time;
    private final int sims;
    private final PrintStream out;
    private final AtomicLong numbers = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /**
     * Askers of one account.
     *
     * @param sims how many SIMs there are
     * @param out where they say what they ask and what comes of it
     */
    Askers(final CarrierAccount account, final TimeSource time, final int sims, final PrintStream out) {
        this.account = account;
        this.time = time;
        this.sims = sims;
        this.out = out;
    }

    /** Begins to ask. */
    void start(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < WAITING + IN_PASSING; i++) {
            final Priority priority = i < WAITING ? Priority.INTERACTIVE : Priority.SWEEP;
            final SplittableRandom own = random.split();
            final Thread thread = new Thread(() -> askOnAndOn(priority, own), "asker-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Lets what was asked come to its end. */
    void stop() throws InterruptedException {
        stopped = true;
        for (final Thread thread : threads) {
            thread.join();
        }
    }

    private void askOnAndOn(final Priority priority, final SplittableRandom random) {
        try {
            while (!stopped) {
                ask(priority, random);
                time.sleep(Duration.ofMillis(random.nextInt(LONGEST_REST_MILLIS)));
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(final Priority priority, final SplittableRandom random) {
        final CallOptions options = CallOptions.defaults()
                .withPriority(priority)
                .withMaximumAge(Duration.ofSeconds(random.nextInt(OLDEST_WANTED_SECONDS)))
                .whenStale(random.nextBoolean() ? WhenStale.SERVE : WhenStale.FAIL);
        final long number = numbers.incrementAndGet();
        out.println(Line.asked(number));
        out.println(Line.ended(number, outcome(random.nextInt(sims), options)));
    }

    private String outcome(final int sim, final CallOptions options) {
        try {
            final UsageResult result = account.usage(ProofSims.number(sim), options);
            return result instanceof UsageResult.Fresh ? Line.FRESH : Line.STALE;
        } catch (final UsageException failure) {
            return failure.kind()
                    + failure.unavailableCause().map(cause -> "/" + cause).orElse("");
        } catch (final RuntimeException | Error unexpected) {
            unexpected.printStackTrace();
            return unexpected.getClass().getSimpleName();
        }
    }
}
