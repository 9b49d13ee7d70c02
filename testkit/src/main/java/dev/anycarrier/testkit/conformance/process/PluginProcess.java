package dev.anycarrier.testkit.conformance.process;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A plugin as a named module in a JVM of its own. */
public final class PluginProcess {

    private PluginProcess() {}

    /**
     * Asks there about a SIM, and compares with the truth.
     *
     * @throws NotTried if the plugin is no named module
     */
    public static void answersTheSame(final Trial trial) throws IOException, InterruptedException {
        final Class<? extends UsageProviderFactory> factory = trial.factory().getClass();
        final Path home = ModulePath.home(factory)
                .orElseThrow(() -> NotTried.notApplicable("it is not known where the plugin was loaded from"));
        final String plugin = ModulePath.module(home)
                .orElseThrow(() -> NotTried.notApplicable("the plugin has no module-info"))
                .name();
        final SimTruth truth = trial.sims().get(0);
        final ChildJvm.End end =
                ChildJvm.run(ModulePath.of(plugin, home).options(), AskedInProcess.class, input(trial, truth));
        final List<String> expected = AskedInProcess.lines(truth.status(), truth.buckets(), truth.counters());
        unless(
                end.exitCode() == 0 && end.lines().equals(expected),
                "as the module " + plugin + " it ends with exit code " + end.exitCode() + " and says\n"
                        + Shown.first(end.lines()) + "\ninstead of\n" + Shown.first(expected));
    }

    private static Properties input(final Trial trial, final SimTruth truth) {
        final Properties input = new Properties();
        trial.overlay().settings().forEach((name, value) -> input.setProperty(Trial.ACCOUNT + "." + name, value));
        input.setProperty(AskedInProcess.SIM, Trial.ACCOUNT + ":" + truth.sim().value());
        return input;
    }
}
