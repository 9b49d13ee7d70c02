package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.process.PluginProcess;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.util.List;

/** What a plugin leaves alone in a process that is not its own. */
public final class HygieneRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.HYGIENE, 1, "Every request passes the context's transport.")
                    .because("Only there are limits kept, bounds held and origins checked.")
                    .lookAt("HTTP clients of the provider's own.")
                    .only(Route.ENGINE)
                    .shownBy(HygieneRules::transport),
            must(Group.HYGIENE, 2, "A request is sent by the thread that asks, and no other is started.")
                    .because("What another thread does knows no deadline and no interruption.")
                    .lookAt("Executors, parallel streams and CompletableFuture.supplyAsync in the provider.")
                    .only(Route.PROVIDER)
                    .shownBy(Surroundings::threads),
            must(Group.HYGIENE, 3, "It works in a thread without a context class loader.")
                    .because("Threads of pools and of other languages often have none.")
                    .lookAt("Resources, services and classes looked up by the context class loader.")
                    .shownBy(Surroundings::withoutClassLoader),
            must(Group.HYGIENE, 4, "It leaves the defaults of the process as they are.")
                    .because("A plugin that sets the time zone sets it for its whole platform.")
                    .lookAt("setDefault(), System.setProperty(), log handlers, the context class loader.")
                    .shownAloneBy(Surroundings::unchanged),
            must(Group.HYGIENE, 5, "It prints nothing.")
                    .because("Standard output belongs to the program, which may be writing data there.")
                    .lookAt("System.out, System.err and printStackTrace().")
                    .shownAloneBy(Output::isEmpty),
            must(Group.HYGIENE, 6, "It reads the same whatever the language and the time zone of the process.")
                    .because("It is developed on one machine and runs on another.")
                    .lookAt("toLowerCase() without a locale, String.format, LocalDateTime and the default zone.")
                    .shownAloneBy(Surroundings::elsewhere),
            must(Group.HYGIENE, 7, "As a named module, in a JVM of its own, it answers the same.")
                    .because("A module keeps libraries out that on the class path find everything.")
                    .lookAt("module-info.java: provides the factory, opens what a library fills by reflection.")
                    .only(Route.PROCESS)
                    .shownBy(PluginProcess::answersTheSame));

    private HygieneRules() {}

    private static void transport(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            trial.report(truth.sim());
        }
        final long sent = trial.account().statistics().requests();
        final int arrived = trial.overlay().exchanges().size();
        unless(arrived == sent, sent + " requests passed the transport, and " + arrived + " arrived at the carrier");
    }
}
