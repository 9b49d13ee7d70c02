package dev.anycarrier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@Command(
        name = "anycarrier",
        header = {
            "Reads how much data, voice and text a SIM has used and has left, from any connectivity carrier.",
            "",
            "  anycarrier demo                             see it work, on simulated carriers",
            "  anycarrier usage airalo:8944465400000217735 one SIM of the account airalo",
            "  anycarrier sweep sims.txt                   any number of SIMs, one a line",
            "  anycarrier records onomondo --from 2026-01-01 --to 2026-02-01 --output csv",
            "  anycarrier report usage.jsonl -o page.html  one page of a sweep, or of records",
            "  anycarrier doctor                           whether every account can be used",
            "  anycarrier conformance airalo               whether a provider can be trusted",
            "  anycarrier cluster status                   what several nodes share, and how far their sweeps are",
            ""
        },
        description = {
            "",
            "Settings come from --config FILE, else from the file that ANYCARRIER_CONFIG names, else from",
            "carriers.properties in the working directory; the environment (ANYCARRIER_<ACCOUNT>_<KEY>) stands above"
                    + " the file. No secret is ever an argument.",
            ""
        },
        footer = {
            "",
            "Standard output is data, everything else goes to standard error. Exit codes: 0 ok, 1 unexpected, 2 usage,"
                    + " 3 not found, 4 authentication or access, 5 limited, 6 unavailable or deadline, 7 partial, 8 not"
                    + " conformant."
                    + " See docs/command-line.md."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AnycarrierCommand {

    @Option(
            names = "--stack-trace",
            scope = ScopeType.INHERIT,
            description = "With a failure, show where in the program it happened.")
    private boolean stackTrace;

    boolean wantsStackTrace() {
        return stackTrace;
    }
}
