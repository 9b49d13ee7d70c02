package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.cli.output.DoctorJson;
import dev.anycarrier.cli.output.Finding.Check;
import dev.anycarrier.cli.output.FindingsTable;
import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cli.output.ProvidersTable;
import dev.anycarrier.settings.InvalidSettingsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at everything that a question needs, and says what is wrong. */
final class Doctor {

    private static final int ACCOUNTS_AT_A_TIME = 16;

    private final Surroundings surroundings;
    private final ConfigOption config;
    private final CallOptions options;
    private final Diagnosis diagnosis = new Diagnosis();

    Doctor(final Surroundings surroundings, final ConfigOption config, final CallOptions options) {
        this.surroundings = surroundings;
        this.config = config;
        this.options = options;
    }

    /**
     * Looks once.
     *
     * @return what the first failure ends with
     * @throws UsageError if it is not clear where state is kept
     */
    ExitCode run(final DocumentFormat output) throws InterruptedException {
        try (Anycarrier carriers = config.open(surroundings)) {
            diagnosis.settings(carriers, config.origin(surroundings));
            diagnosis.state(config.stateFile(surroundings));
            look(carriers.accounts().values());
            print(output, carriers.accounts().values());
        } catch (final InvalidSettingsException failure) {
            failure.problems().forEach(problem -> diagnosis.failed(Check.SETTINGS, problem.toString(), ExitCode.USAGE));
            print(output, List.of());
        } catch (final InvalidStateException failure) {
            diagnosis.failed(Check.STATE, String.valueOf(failure.getMessage()), ExitCode.USAGE);
            print(output, List.of());
        }
        surroundings.say("anycarrier: " + diagnosis.summary());
        return diagnosis.exitCode();
    }

    private void look(final Collection<CarrierAccount> accounts) throws InterruptedException {
        final ExecutorService executor = Executors.newFixedThreadPool(Math.min(ACCOUNTS_AT_A_TIME, accounts.size()));
        final Progress progress = Progress.onTerminal(surroundings, "anycarrier: asking", accounts.size());
        try {
            final List<Future<AccountVisit>> visits = new ArrayList<>();
            accounts.forEach(account -> visits.add(executor.submit(() -> AccountVisit.at(account, options))));
            for (final Future<AccountVisit> visit : visits) {
                diagnosis.add(visit.get());
                progress.advance();
            }
        } catch (final ExecutionException e) {
            throw new IllegalStateException("a visit ended with something else than what was found", e);
        } finally {
            progress.end();
            executor.shutdownNow();
        }
    }

    private void print(final DocumentFormat output, final Collection<CarrierAccount> accounts) {
        if (output == DocumentFormat.JSON) {
            surroundings
                    .out()
                    .println(Json.document(
                            DoctorJson.of(diagnosis.exitCode() == ExitCode.OK, diagnosis.findings(), accounts)));
            return;
        }
        FindingsTable.print(diagnosis.findings(), surroundings.out(), surroundings.colours());
        final ProvidersTable table = new ProvidersTable(surroundings.out(), surroundings.colours());
        accounts.forEach(table::printAccount);
    }
}
