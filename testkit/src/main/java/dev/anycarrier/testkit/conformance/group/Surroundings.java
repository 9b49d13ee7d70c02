package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.LiveThreads;
import dev.anycarrier.testkit.conformance.trial.ProcessDefaults;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.TruthComparison;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.usage.UsageReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

/** The process around a provider, which is not its own. */
final class Surroundings {

    /**
     * Letters of another case, the first zone of the day; commas for points, a zone with summer time and half hours. No
     * digits of another script: they would confuse many a simulated carrier, which is in this process too.
     */
    private static final List<List<String>> ELSEWHERE =
            List.of(List.of("tr-TR", "Pacific/Kiritimati"), List.of("de-DE", "America/St_Johns"));

    private Surroundings() {}

    static void threads(final Trial trial) throws InterruptedException {
        trial.account();
        final LiveThreads before = LiveThreads.ofThisRule();
        for (final SimTruth truth : trial.sims()) {
            trial.report(truth.sim());
        }
        final Set<Thread> others = new HashSet<>(trial.senders());
        others.remove(Thread.currentThread());
        unless(
                others.isEmpty(),
                "a request was sent by the thread "
                        + others.stream().map(Thread::getName).findAny().orElse("")
                        + ", which is not the one that asked");
        final List<String> started = LiveThreads.startedSince(before);
        unless(started.isEmpty(), "started and still running: " + String.join(", ", started));
    }

    static void withoutClassLoader(final Trial trial) {
        final Thread thread = Thread.currentThread();
        final ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            trial.reopen();
            unlessTrue(trial, "without a context class loader ");
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    static void unchanged(final Trial trial) {
        final ProcessDefaults original = ProcessDefaults.now();
        // Nobody's choice: what the provider has changed for the rules before this one shows as well.
        TimeZone.setDefault(TimeZone.getTimeZone("Antarctica/Troll"));
        Locale.setDefault(Locale.forLanguageTag("mt-MT"));
        final ProcessDefaults before = ProcessDefaults.now();
        final List<String> changed;
        try {
            trial.report(trial.sim());
            Refusal.of(trial, Answers.json(500, "{}"));
            trial.closeAccount();
        } finally {
            changed = before.changed();
            original.restore();
        }
        unless(changed.isEmpty(), "it changed " + String.join(", ", changed));
    }

    static void elsewhere(final Trial trial) {
        final ProcessDefaults before = ProcessDefaults.now();
        try {
            for (final List<String> place : ELSEWHERE) {
                Locale.setDefault(Locale.forLanguageTag(place.get(0)));
                TimeZone.setDefault(TimeZone.getTimeZone(place.get(1)));
                trial.reopen();
                unlessTrue(trial, "with the language and time zone of " + place + " ");
            }
        } finally {
            before.restore();
        }
    }

    private static void unlessTrue(final Trial trial, final String where) {
        for (final SimTruth truth : trial.sims()) {
            final UsageReport report = trial.report(truth.sim());
            final List<Optional<String>> differences = new ArrayList<>();
            differences.add(TruthComparison.status(truth, report));
            differences.add(TruthComparison.buckets(truth, report));
            differences.add(TruthComparison.counters(truth, report));
            differences.forEach(difference -> difference.ifPresent(found -> {
                throw new Violation(where + found);
            }));
        }
    }
}
