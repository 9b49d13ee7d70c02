package ${package};

import ${package}.wire.UsageAnswer;
import dev.anycarrier.http.StatusWords;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads an answer of ${carrierName} as a report.
 *
 * <p>NOT WRITTEN YET are the three steps below. Run {@code mvn test} after each: the rules that fail say what is left.
 */
final class ${classPrefix}Usage {

    /** Step 1: what the words mean. One that is not listed is UNKNOWN, with a warning. */
    private static final StatusWords STATUS_WORDS = new StatusWords(Map.of());

    private ${classPrefix}Usage() {}

    static UsageReport report(final UsageAnswer answer, final Iccid sim, final ProviderContext context) {
        // Step 2: an answer that names another SIM than the one asked for is no answer (InvalidData.anotherSim).
        final List<UsageWarning> warnings = new ArrayList<>();
        UsageWarning.ofCheckDigit(sim).ifPresent(warnings::add);
        final SimStatus status = STATUS_WORDS.read(answer.status(), warnings::add);
        return new UsageReport(
                ${classPrefix}ProviderFactory.ID,
                context.account(),
                sim,
                status,
                Optional.of(answer.status()),
                buckets(answer, status, warnings::add),
                List.of(),
                context.clock().instant(),
                Optional.empty(),
                Optional.of(${classPrefix}Provider.CACHE_TIME),
                warnings);
    }

    /** Step 3: the bucket of data. Absent, zero and unlimited are three things. */
    private static List<Bucket> buckets(
            final UsageAnswer answer, final SimStatus status, final Consumer<UsageWarning> warnings) {
        return List.of();
    }
}
