package dev.anycarrier.cli.digest;

import dev.anycarrier.usage.Service;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all lines add up to. A SIM that is named again, or a record, with no more than {@value #REMEMBERED} others in
 * between is counted once: the first line counts. Not thread-safe.
 */
public final class Digest {

    /** So many SIMs, and so many records, are remembered to know what is repeated. */
    public static final int REMEMBERED = 100_000;

    /** Stands for the account of records that name none. No account has this name. */
    public static final String NO_ACCOUNT = "(not named)";

    /** Stands for all accounts beyond the first 200. No account has this name. */
    public static final String OTHER_ACCOUNTS = "(others)";

    /** So many accounts are kept apart. */
    static final int MOST_ACCOUNTS = 200;

    private final SortedMap<String, AccountTotal> accounts = new TreeMap<>();
    private final Map<Service, Left> left = new EnumMap<>(Service.class);
    private final Map<Service, Ends> ends = new EnumMap<>(Service.class);
    private final Map<Service, UseOverTime> uses = new EnumMap<>(Service.class);
    private final Map<Service, SimUse> simUses = new EnumMap<>(Service.class);
    private final Ages ages = new Ages();
    private final Recent sims = new Recent(REMEMBERED);
    private final Recent records = new Recent(REMEMBERED);
    private Optional<Instant> earliest = Optional.empty();
    private Optional<Instant> latest = Optional.empty();
    private long repeated;
    private long lateRecords;
    private boolean foretold;

    /** Of no line yet. */
    public Digest() {}

    /** Adds what a line says. */
    public void add(final Entry entry) {
        if (entry instanceof Entry.Skipped skipped) {
            account(skipped.sim().account()).add(skipped);
        } else if (entry instanceof Entry.Used used) {
            if (isNew(records, used.account().orElse("") + ":" + used.usage().id())) {
                add(used);
            }
        } else if (entry instanceof Entry.Failed failed) {
            if (isNew(sims, failed.sim().account() + ":" + failed.sim().sim().value())) {
                account(failed.sim().account()).add(failed);
            }
        } else if (entry instanceof Entry.Read read
                && isNew(sims, read.sim().account() + ":" + read.sim().sim().value())) {
            add(read);
        }
    }

    private boolean isNew(final Recent recent, final String name) {
        final boolean isNew = recent.isNew(name);
        repeated += isNew ? 0 : 1;
        return isNew;
    }

    private void add(final Entry.Used used) {
        final Service service = used.usage().service();
        lateRecords += foretold ? 1 : 0;
        account(used.account().orElse(NO_ACCOUNT)).add(used);
        uses.computeIfAbsent(service, any -> new UseOverTime()).add(used.usage());
        simUses.computeIfAbsent(service, any -> new SimUse()).add(used.usage());
    }

    private void add(final Entry.Read read) {
        foretold = true;
        earliest = Optional.of(earliest.filter(read.at()::isAfter).orElse(read.at()));
        latest = Optional.of(latest.filter(read.at()::isBefore).orElse(read.at()));
        ages.add(read);
        account(read.sim().account()).add(read);
        for (final Service service : Service.values()) {
            Holding.of(service, read).ifPresent(holding -> {
                left.computeIfAbsent(service, any -> new Left()).add(read.sim(), holding);
                ends.computeIfAbsent(service, any -> new Ends())
                        .add(
                                read.sim(),
                                holding,
                                read.at(),
                                Optional.ofNullable(simUses.get(service))
                                        .flatMap(use -> use.pace(read.sim().sim())));
            });
        }
    }

    private AccountTotal account(final String name) {
        final boolean isOther = accounts.size() >= MOST_ACCOUNTS && !accounts.containsKey(name);
        return accounts.computeIfAbsent(isOther ? OTHER_ACCOUNTS : name, any -> new AccountTotal());
    }

    /** The accounts by name. */
    public SortedMap<String, AccountTotal> accounts() {
        return Collections.unmodifiableSortedMap(accounts);
    }

    /** What is left; empty if no SIM has a bucket of the service. */
    public Optional<Left> left(final Service service) {
        return Optional.ofNullable(left.get(service));
    }

    /** When it ends; empty if no SIM has a bucket of the service. */
    public Optional<Ends> ends(final Service service) {
        return Optional.ofNullable(ends.get(service));
    }

    /** What was used when and where; empty without a record of the service. */
    public Optional<UseOverTime> use(final Service service) {
        return Optional.ofNullable(uses.get(service));
    }

    /** Which SIM used how much; empty without a record of the service. */
    public Optional<SimUse> simUse(final Service service) {
        return Optional.ofNullable(simUses.get(service));
    }

    /** How old the values are. */
    public Ages ages() {
        return ages;
    }

    /** When the oldest value was true. */
    public Optional<Instant> earliest() {
        return earliest;
    }

    /** When the newest value was true. */
    public Optional<Instant> latest() {
        return latest;
    }

    /** Lines that were left out, since what they name had been counted. */
    public long repeated() {
        return repeated;
    }

    /** Records that came too late to say how fast SIMs use that had been counted by then. */
    public long lateRecords() {
        return lateRecords;
    }
}
