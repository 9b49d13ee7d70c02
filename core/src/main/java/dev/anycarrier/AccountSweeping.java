package dev.anycarrier;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.engine.sweep.SweptAccount;
import dev.anycarrier.settings.CommonSettings;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An account as a sweep sees it.
 *
 * @param deadline how long a question may take unless the sweep says otherwise
 * @param concurrency no more than there are connections: more questions would wait for one with a permit in hand
 */
record AccountSweeping(CarrierAccount account, Duration deadline, int concurrency) implements SweptAccount {

    private static final CallOptions IN_PASSING = CallOptions.defaults().withPriority(Priority.SWEEP);

    static AccountSweeping of(final CarrierAccount account) {
        return new AccountSweeping(
                account,
                account.resolved().get(CommonSettings.DEADLINE),
                account.resolved().get(CommonSettings.MAXIMUM_CONNECTIONS));
    }

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public String provider() {
        return account.provider();
    }

    @Override
    public UsageResult usage(final SimId sim, final CallOptions options, final Optional<Pilot> pilot) {
        return account.usage(sim, options, pilot);
    }

    @Override
    public Optional<Stream<UsageRecord>> records(final UsageRecordQuery query) {
        return account.capabilities().contains(Capability.RECORDS)
                ? Optional.of(account.records(query, IN_PASSING))
                : Optional.empty();
    }

    @Override
    public Duration timeFor(final long questions) {
        return account.opened().limiter().timeFor(questions);
    }
}
