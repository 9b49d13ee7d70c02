package dev.anycarrier.testing;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RetryAfter;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The provider of a carrier in memory. */
final class ScriptedProvider implements UsageProvider {

    private static final int PAGE = 100;

    private final ScriptedCarrier carrier;
    private final ProviderContext context;
    private final Transport transport;

    ScriptedProvider(final ScriptedCarrier carrier, final ProviderContext context) {
        this.carrier = carrier;
        this.context = context;
        this.transport = context.transport(Authentication.none());
    }

    @Override
    public ProviderDescriptor descriptor() {
        return carrier.descriptor();
    }

    @Override
    public UsageReport usage(final SimId sim) {
        return ask(() -> carrier.next(sim))
                .of(new UsageReport(
                        carrier.provider(),
                        context.account(),
                        sim,
                        SimStatus.UNKNOWN,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        context.clock().instant(),
                        Optional.empty(),
                        carrier.descriptor().carrierCacheTime(),
                        List.of()));
    }

    @Override
    public Optional<UsageRecords> records() {
        return carrier.records().map(records -> (query, cursor) -> page(records, query, cursor));
    }

    private Page<UsageRecord> page(
            final List<UsageRecord> records, final UsageRecordQuery query, final Optional<String> cursor) {
        final int from = cursor.map(text -> index(text, records.size())).orElse(0);
        final int to = Math.min(records.size(), from + PAGE);
        final ScriptedAnswer answer = ask(ScriptedAnswer::buckets);
        assert answer.failure().isEmpty();
        final List<UsageRecord> wanted = records.subList(from, to).stream()
                .filter(record -> isWanted(record, query))
                .toList();
        return new Page<>(
                wanted,
                to == records.size() ? Optional.empty() : Optional.of(Integer.toString(to)),
                to - from - wanted.size());
    }

    private static boolean isWanted(final UsageRecord record, final UsageRecordQuery query) {
        return query.contains(record.time())
                && query.sim()
                        .map(sim -> sim.equals(record.sim())
                                || record.iccid().filter(sim::equals).isPresent())
                        .orElse(true)
                && query.country()
                        .map(country -> record.network()
                                .flatMap(network -> network.country())
                                .filter(country::equals)
                                .isPresent())
                        .orElse(true);
    }

    private static int index(final String cursor, final int size) {
        try {
            final int index = Integer.parseInt(cursor);
            if (index > 0 && index < size) {
                return index;
            }
        } catch (final NumberFormatException e) {
            // No cursor of these pages either.
        }
        throw UsageException.of(Kind.REJECTED_INPUT, "the cursor is not one of this query")
                .build();
    }

    private ScriptedAnswer ask(final Supplier<ScriptedAnswer> script) {
        final Exchanges.Answered answered = carrier.exchanges().send(transport, script);
        final Optional<UsageException> failure = answered.answer().failure();
        if (failure.isPresent()) {
            final UsageException.Builder thrown = failure.get().toBuilder();
            RetryAfter.read(answered.response().headers(), context.clock().instant())
                    .ifPresent(
                            wait -> thrown.notBefore(context.clock().instant().plus(wait)));
            throw thrown.build();
        }
        return answered.answer();
    }
}
