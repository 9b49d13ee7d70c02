package dev.anycarrier.simulation.law;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.fleet.CarrierOptions;
import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Population;
import dev.anycarrier.simulation.fleet.RecordAmounts;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every amount was said by the carrier, about as long ago as is claimed; a fresh one is no older than was asked for; and
 * what is known of a SIM never goes back.
 */
final class HonestNumbers {

    /** The default maximum age of the carriers with a cache of their own. */
    private static final Duration CACHE_TIME = Duration.ofMinutes(20);

    private static final Duration SLACK = Duration.ofSeconds(2);

    /** A report of Onomondo's takes several requests; the first may wait for the last. */
    private static final Duration SLACK_OF_PAGES = Duration.ofMinutes(21);

    private HonestNumbers() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        final Map<String, Answered> latest = new LinkedHashMap<>();
        for (final Answered answered : Answered.all(evidence)) {
            if (answered.isFromRecords(evidence)) {
                if (!RecordAmounts.isSum(population(evidence), answered.result().report())) {
                    broken.accept("no sum of records that ever was: " + answered);
                }
                continue;
            }
            final List<LedgerEntry> said = SaidBefore.answers(
                    evidence, answered.sim(), answered.result().report(), answered.ended());
            if (said.isEmpty()
                    || !SaidBefore.saidLimit(
                            evidence, answered.sim(), answered.result().report(), answered.ended())) {
                // Whether another SIM's was given out is for the second law.
                broken.accept("the carrier never said: " + answered);
                continue;
            }
            age(evidence, answered, said, broken);
            order(evidence, answered, said, latest, broken);
        }
        evidence.recordsRead.forEach(read -> records(evidence, read, broken));
    }

    private static void age(
            final Evidence evidence,
            final Answered answered,
            final List<LedgerEntry> said,
            final Consumer<String> broken) {
        final UsageResult result = answered.result();
        final long claimed = answered.ended() - result.age().toNanos();
        final boolean balance = result.report().counters().isEmpty();
        final long slack = (balance ? SLACK : SLACK_OF_PAGES).toNanos() + slowness(evidence);
        final long suspended = evidence.suspended(claimed, answered.ended());
        final boolean known = said.stream()
                .anyMatch(entry -> entry.received() + slack + suspended >= claimed
                        || (evidence.wallClockStepped && !entry.process().equals(answered.process())));
        if (!known) {
            broken.accept("older than it claims: " + answered);
        }
        if (result instanceof UsageResult.Fresh fresh && answered.begun() > 0) {
            final Duration interval = balance ? CACHE_TIME : Duration.ZERO;
            final Duration wanted = answered.options().maximumAge().orElse(interval);
            final Duration allowed = (wanted.compareTo(interval) > 0 ? wanted : interval)
                    .plus(SLACK)
                    .plusNanos(suspended + slowness(evidence));
            if (fresh.age().compareTo(allowed) > 0) {
                broken.accept("fresh, and older than asked for: " + answered);
            }
        }
    }

    /** What was answered later must not have been said earlier. */
    private static void order(
            final Evidence evidence,
            final Answered answered,
            final List<LedgerEntry> said,
            final Map<String, Answered> latest,
            final Consumer<String> broken) {
        if (answered.begun() == 0) {
            return;
        }
        final String key = answered.process() + " " + answered.sim().account() + " "
                + answered.sim().sim().value();
        final Answered before = latest.get(key);
        if (before != null && before.ended() < answered.begun()) {
            final long earliestBefore =
                    SaidBefore.answers(evidence, before.sim(), before.result().report(), before.ended()).stream()
                            .mapToLong(LedgerEntry::received)
                            .min()
                            .orElse(0);
            final long latestNow =
                    said.stream().mapToLong(LedgerEntry::received).max().orElse(0);
            if (latestNow < earliestBefore) {
                broken.accept("went back in time: " + answered + " after " + before);
            }
        }
        if (before == null || answered.ended() > before.ended()) {
            latest.put(key, answered);
        }
    }

    /** What the state's being slow can add to the time between two requests. */
    static long slowness(final Evidence evidence) {
        return evidence.story.faults().all().stream()
                .mapToLong(fault -> switch (fault.kind()) {
                    case STATE_SLOW -> Duration.ofMillis(4 * fault.amount()).toNanos();
                    default -> 0;
                })
                .sum();
    }

    private static void records(final Evidence evidence, final List<UsageRecord> read, final Consumer<String> broken) {
        final Set<String> seen = new HashSet<>();
        final Population population = population(evidence);
        for (final UsageRecord record : read) {
            if (!seen.add(record.id())) {
                broken.accept("a record twice: " + record);
            }
            if (!RecordAmounts.isTrue(population, record)) {
                broken.accept("a record that never was: " + record);
            }
        }
    }

    private static Population population(final Evidence evidence) {
        return evidence.story.carriers().stream()
                .filter(carrier -> carrier.provider().equals("onomondo"))
                .map(CarrierOptions::population)
                .findFirst()
                .orElseThrow();
    }
}
