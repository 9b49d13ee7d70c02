package dev.anycarrier.observation;

import dev.anycarrier.CarrierAccount;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The meters of the accounts that are open: they come and go with them. Thread-safe. */
final class AccountMeters {

    private final MeterRegistry registry;
    private final ConcurrentMap<String, OneAccountMeters> byName = new ConcurrentHashMap<>();

    AccountMeters(final MeterRegistry registry) {
        this.registry = registry;
    }

    void opened(final CarrierAccount account) {
        byName.compute(account.name(), (name, before) -> {
            // A registry keeps the first of two meters of one name.
            if (before != null) {
                before.remove();
            }
            return OneAccountMeters.register(registry, account);
        });
    }

    void closed(final CarrierAccount account) {
        final OneAccountMeters open = byName.get(account.name());
        if (open != null && open.isOf(account) && byName.remove(account.name(), open)) {
            open.remove();
        }
    }
}
