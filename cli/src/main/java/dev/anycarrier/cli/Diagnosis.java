package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cli.output.Finding;
import dev.anycarrier.cli.output.Finding.Check;
import dev.anycarrier.cli.output.Finding.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found so far, and what it ends with. Not thread-safe. */
final class Diagnosis {

    private final List<Finding> findings = new ArrayList<>();
    private ExitCode code = ExitCode.OK;

    /** The settings could be used. */
    void settings(final Anycarrier carriers, final String origin) {
        final int accounts = carriers.accounts().size();
        add(Check.SETTINGS, Result.OK, accounts + (accounts == 1 ? " account" : " accounts") + ", from " + origin);
        carriers.providers()
                .failed()
                .forEach(plugin -> add(Check.PLUGINS, Result.WARNING, plugin.source() + ": " + plugin.problem()));
    }

    /** What is kept could be used, if anything is. */
    void state(final Optional<Path> file) {
        add(Check.STATE, Result.OK, file.map(Path::toString).orElse("nothing is kept between runs"));
    }

    /** Something is wrong that is about no account alone. */
    void failed(final Check check, final String detail, final ExitCode newCode) {
        add(check, Result.FAILED, detail);
        fail(newCode);
    }

    /** What was found at an account. */
    void add(final AccountVisit visit) {
        findings.addAll(visit.findings());
        visit.failure().ifPresent(this::fail);
    }

    /** All of it, in order. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What the first failure ends with. */
    ExitCode exitCode() {
        return code;
    }

    /** In a line. */
    String summary() {
        final long failed = count(Result.FAILED);
        final long warnings = count(Result.WARNING);
        return (failed == 0 ? "nothing failed" : failed + " of " + findings.size() + " checks failed")
                + (warnings == 0 ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings"));
    }

    private long count(final Result result) {
        return findings.stream().filter(finding -> finding.result() == result).count();
    }

    private void add(final Check check, final Result result, final String detail) {
        findings.add(new Finding(Optional.empty(), check, result, detail));
    }

    private void fail(final ExitCode newCode) {
        if (code == ExitCode.OK) {
            code = newCode;
        }
    }
}
