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

/** An account as a sweep sees it. */
record AccountSweeping(CarrierAccount account) implements SweptAccount {

    private static final CallOptions IN_PASSING = CallOptions.defaults().withPriority(Priority.SWEEP);

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public String provider() {
        return account.provider();
    }

    @Override
    public Duration deadline() {
        return account.resolved().get(CommonSettings.DEADLINE);
    }

    /** More questions than connections would wait for a connection with a permit in hand. */
    @Override
    public int concurrency() {
        return account.resolved().get(CommonSettings.MAXIMUM_CONNECTIONS);
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
