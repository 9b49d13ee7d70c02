package dev.anycarrier.simulation.law;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the records of an account, and goes on where it broke off. */
final class Reader {

    private static final String ACCOUNT = "onomondo";
    private static final int MOST_RECORDS = 80;
    private static final int TRIES = 3;

    private final Stage stage;
    private final Duration when;
    private final Anycarrier carriers;

    Reader(final Stage stage, final Duration when, final Anycarrier carriers) {
        this.stage = stage;
        this.when = when;
        this.carriers = carriers;
    }

    void run() {
        final Duration wait = when.minusNanos(stage.now());
        if (!wait.isNegative()) {
            stage.sleep(wait);
        }
        final UsageRecordQuery query =
                UsageRecordQuery.between(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
        Optional<String> resumeAt = Optional.empty();
        for (int attempt = 0; attempt < TRIES && !stage.progressing().readDone; attempt++) {
            final List<UsageRecord> read = new ArrayList<>();
            stage.evidence().recordsRead.add(read);
            try {
                final CarrierAccount account = carriers.account(ACCOUNT);
                try (Stream<UsageRecord> records =
                        resumeAt.isPresent() ? account.records(query, resumeAt.get()) : account.records(query)) {
                    records.limit(MOST_RECORDS).forEach(read::add);
                }
                stage.progressing().readDone = true;
            } catch (final UsageException e) {
                resumeAt = e.resumeAt();
                Texts.add(stage.evidence().texts, e);
                stage.simulation().log("reading broke off after " + read.size() + ": " + e);
                stage.sleep(Duration.ofSeconds(30));
            }
        }
    }
}
