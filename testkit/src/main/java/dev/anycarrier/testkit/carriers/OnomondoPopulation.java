package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Draws the SIMs of Onomondo and their tags.
 *
 * @param sims the SIMs, by identifier
 * @param tags bytes used by the SIMs that carry each tag; the last tag is on no SIM
 * @param unknownSim an identifier that no SIM has
 * @param forbiddenSim the identifier of another customer's SIM
 */
record OnomondoPopulation(
        List<OnomondoSim> sims, Map<String, Quantity> tags, CarrierSimId unknownSim, CarrierSimId forbiddenSim) {

    private static final int RECORDS = 16_000;
    private static final int FEWEST_OF_A_SIM = 8;
    private static final int MOST_OF_A_SIM = 400;
    private static final int TAGS_IN_USE = 3;

    static OnomondoPopulation draw(final Draw draw, final int size, final Instant now) {
        final OnomondoMonth month = OnomondoMonth.of(now);
        final int increments = Math.max(FEWEST_OF_A_SIM, Math.min(MOST_OF_A_SIM, RECORDS / size));
        final List<OnomondoSim> sims = new ArrayList<>(size);
        int number = draw.between(1, 40_000);
        for (int i = 0; i < size; i++) {
            sims.add(new OnomondoSimDraw(draw.split(), month, id(number), draw.iccid())
                    .sim(OnomondoSimKind.of(i), increments));
            number += draw.between(1, 9);
        }
        return new OnomondoPopulation(
                List.copyOf(sims), tags(draw, sims), new CarrierSimId(id(number)), new CarrierSimId(id(number + 1)));
    }

    /** All records, in the order of time. */
    List<OnomondoRecord> records() {
        return sims.stream()
                .flatMap(sim -> sim.records().stream())
                .sorted(OnomondoRecord.BY_TIME)
                .toList();
    }

    private static Map<String, Quantity> tags(final Draw draw, final List<OnomondoSim> sims) {
        final Map<String, Quantity> tags = new LinkedHashMap<>();
        for (int i = 0; i < TAGS_IN_USE; i++) {
            tags.put(draw.uuid(), total(sims.stream().filter(sim -> draw.oneIn(TAGS_IN_USE))));
        }
        tags.put(draw.uuid(), Quantity.bytes(0));
        return Collections.unmodifiableMap(tags);
    }

    private static Quantity total(final Stream<OnomondoSim> sims) {
        return Quantity.bytes(sims.flatMap(sim -> sim.records().stream())
                .mapToLong(OnomondoRecord::bytes)
                .sum());
    }

    private static String id(final int number) {
        return "%09d".formatted(number);
    }
}
