package dev.anycarrier.testkit.template;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws the records of the sixty days before a carrier was started. */
final class RecordDraw {

    private static final long PAST = Duration.ofDays(60).toSeconds();
    private static final int MOST_OF_A_SIM = 30;
    private static final List<Network> NETWORKS = List.of(
            network("238", "01", "DK", "4G"),
            network("238", "06", "DK", "5G"),
            network("240", "07", "SE", "4G"),
            network("262", "02", "DE", "3G"),
            network("310", "030", "US", "4G"));

    private final Draw draw;
    private final List<ServiceAmounts> services;
    private final AmountDraw amounts;
    private final Instant today;

    RecordDraw(final CarrierTraits traits, final Draw draw, final int sims, final Instant now) {
        this.draw = draw;
        this.services = Stream.concat(traits.buckets().stream(), traits.counters().stream())
                .toList();
        this.amounts = new AmountDraw(draw.split(), MOST_OF_A_SIM * sims);
        // The same seed has the same days, whatever the hour.
        this.today = now.truncatedTo(ChronoUnit.DAYS);
    }

    /** Up to thirty records of each SIM that was used, oldest first. */
    List<UsageRecord> records(final List<SimTruth> sims, final RecordPages pages) {
        final List<UsageRecord> records = new ArrayList<>();
        for (final SimTruth sim : sims) {
            final boolean used = !sim.gone() && sim.status() != SimStatus.NOT_ACTIVE;
            for (int left = used ? draw.between(1, MOST_OF_A_SIM) : 0; left > 0; left--) {
                records.add(pages.adapt(record(sim)));
            }
        }
        records.sort(Comparator.comparing(UsageRecord::time).thenComparing(UsageRecord::id));
        return List.copyOf(records);
    }

    private UsageRecord record(final SimTruth sim) {
        final ServiceAmounts service = draw.any(services);
        return new UsageRecord(
                draw.uuid(),
                sim.sim(),
                Optional.empty(),
                Optional.of(draw.uuid()),
                service.service(),
                service.quantity(amounts.used(service, AmountEdge.NONE)),
                today.minusSeconds(draw.between(1L, PAST)),
                Optional.of(draw.any(NETWORKS)));
    }

    private static Network network(final String mcc, final String mnc, final String country, final String technology) {
        return new Network(Optional.of(mcc), Optional.of(mnc), Optional.of(country), Optional.of(technology));
    }
}
