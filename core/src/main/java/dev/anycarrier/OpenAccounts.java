package dev.anycarrier;

import dev.anycarrier.engine.Told;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;

/** The accounts of one {@link Anycarrier} as they come and go, and the listeners that are told of it. Thread-safe. */
final class OpenAccounts {

    private final Map<String, UsageProviderFactory> factories;
    private final Surroundings surroundings;
    private final AtomicReference<Accounts> accounts;

    /**
     * Opens those of the settings.
     *
     * @throws InvalidSettingsException listing everything that is wrong
     */
    OpenAccounts(
            final Settings settings,
            final Map<String, UsageProviderFactory> factories,
            final Surroundings surroundings) {
        this.factories = factories;
        this.surroundings = surroundings;
        final SortedMap<String, CarrierAccount> opened =
                AccountOpening.open(settings, factories, surroundings, Map.of());
        this.accounts = new AtomicReference<>(new Accounts(opened, false));
        tellOpened(opened.values());
    }

    /** The accounts at one moment. */
    private record Accounts(SortedMap<String, CarrierAccount> byName, boolean closed) {}

    /** In the order of names, as they are now. */
    Map<String, CarrierAccount> byName() {
        return Collections.unmodifiableSortedMap(now().byName());
    }

    /** As {@link Anycarrier#apply}. */
    void apply(final Settings settings) {
        while (true) {
            final Accounts before = now();
            if (before.closed()) {
                throw new IllegalStateException("closed, so no settings can be applied any more");
            }
            final SortedMap<String, CarrierAccount> after =
                    AccountOpening.open(settings, factories, surroundings, before.byName());
            without(after, before.byName()).forEach(account -> account.opened().begin());
            final boolean applied = accounts.compareAndSet(before, new Accounts(after, false));
            if (applied) {
                tellOpened(without(after, before.byName()));
                close(without(before.byName(), after));
                return;
            }
            close(without(after, before.byName()));
        }
    }

    /**
     * As {@link Anycarrier#close}, for the accounts alone.
     *
     * @return whether this call closed them
     */
    boolean close() {
        Accounts last = now();
        while (!last.closed()) {
            if (accounts.compareAndSet(last, new Accounts(last.byName(), true))) {
                close(last.byName().values());
                return true;
            }
            last = now();
        }
        return false;
    }

    private Accounts now() {
        return Objects.requireNonNull(accounts.get());
    }

    private void close(final Collection<CarrierAccount> closing) {
        final long now = surroundings.ports().time().nanoTime();
        closing.forEach(account -> account.opened().refuse());
        closing.forEach(account ->
                account.opened().close(now + account.opened().closeGrace().toNanos()));
        closing.forEach(account -> Told.all(surroundings.listeners(), listener -> listener.closed(account)));
    }

    private void tellOpened(final Collection<CarrierAccount> opened) {
        opened.forEach(account -> Told.all(surroundings.listeners(), listener -> listener.opened(account)));
    }

    private static Collection<CarrierAccount> without(
            final Map<String, CarrierAccount> some, final Map<String, CarrierAccount> others) {
        return some.values().stream()
                .filter(account -> others.get(account.name()) != account)
                .toList();
    }
}
