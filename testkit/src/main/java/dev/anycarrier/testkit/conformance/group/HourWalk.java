package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.usage.HourlyUsage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question about hours that went well.
 *
 * @param query what was asked
 * @param groups what was told
 * @param answers what the carrier answered, page by page
 */
record HourWalk(UsageRecordQuery query, List<HourlyUsage> groups, List<HttpResponse> answers) {

    static HourWalk of(final Trial trial, final UsageRecordQuery query) {
        trial.account();
        trial.overlay().passOn();
        final int before = trial.overlay().exchanges().size();
        final List<HourlyUsage> groups = HourlySums.asked(trial, query);
        final List<HttpResponse> answers = trial.overlay().exchanges().stream()
                .skip(before)
                .filter(exchange -> !exchange.isForToken())
                .map(Exchange::answer)
                .toList();
        return new HourWalk(query, groups, answers);
    }

    /** Asks again, after something was done to the answers, which may be refused. */
    Optional<List<HourlyUsage>> again(final Trial trial, final String how, final Set<Kind> allowed) {
        try {
            return Optional.of(trial.respondent().usageByHour(query));
        } catch (final UsageException e) {
            unless(allowed.contains(e.kind()), how + " it is " + e.getMessage());
            return Optional.empty();
        } catch (final RuntimeException | StackOverflowError | LinkageError e) {
            throw new Violation(how + " it ended in " + Shown.failure(e) + ", which is no UsageException");
        }
    }
}
