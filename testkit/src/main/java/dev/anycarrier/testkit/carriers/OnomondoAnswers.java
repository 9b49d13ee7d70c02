package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.usage.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Onomondo answers to a request that it admits.
 *
 * <p>Two shapes are not published anywhere and made up here: records grouped by hours are
 * {@code {"time":"2024-01-01 13:00:00","bytes":1}} in pages as records are but shorter, which name the SIM where one is
 * asked for, and the total of a tag is {@code {"usage":{"bytes":1}}}.
 */
final class OnomondoAnswers {

    private static final Pattern SIM_OR_ICCID = Pattern.compile("[0-9]{9}|[0-9]{17,22}");
    private static final int MOST_HOURS = 200;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final OnomondoPopulation population;
    private final List<OnomondoRecord> records;
    private final Map<String, OnomondoSim> sims = new HashMap<>();

    OnomondoAnswers(final OnomondoPopulation population) {
        this.population = population;
        this.records = population.records();
        for (final OnomondoSim sim : population.sims()) {
            sims.put(sim.id(), sim);
            sims.put(sim.iccid().value(), sim);
        }
    }

    /** All records, in the order of time. */
    List<OnomondoRecord> records() {
        return records;
    }

    /** The records of the account. One document says that a filter is required. */
    String accountUsage(final SimulatorRequest request) {
        final OnomondoFilter filter = OnomondoFilter.of(request.query(), true);
        if (filter.isEmpty()) {
            throw new OnomondoRefusal(400, "filter_required");
        }
        return usage(request, records, filter, "");
    }

    /** The records of one SIM, by its identifier or its ICCID. */
    String simUsage(final SimulatorRequest request) {
        final OnomondoSim sim = find(request);
        final String name = ",\"sim_id\":\"%s\",\"iccid\":\"%s\""
                .formatted(sim.id(), sim.iccid().value());
        return usage(request, sim.records(), OnomondoFilter.of(request.query(), false), name);
    }

    /** The SIM itself. That an ICCID works here is said nowhere, so it does not. */
    String sim(final SimulatorRequest request) {
        final OnomondoSim sim = find(request);
        if (!sim.id().equals(request.variable(SimulatorRoute.SIM))) {
            throw new OnomondoRefusal(404, "sim_id_not_found");
        }
        return sim.json();
    }

    /** The total of a tag. */
    String tagTotal(final SimulatorRequest request) {
        final String tag = request.variable("tag");
        if (!UUID.matcher(tag).matches()) {
            throw new OnomondoRefusal(400, "tag_id_invalid");
        }
        return Optional.ofNullable(population.tags().get(tag))
                .map(Quantity::amount)
                .map("{\"usage\":{\"bytes\":%d}}"::formatted)
                .orElseThrow(() -> new OnomondoRefusal(404, "tag_id_not_found"));
    }

    private OnomondoSim find(final SimulatorRequest request) {
        final String id = request.variable(SimulatorRoute.SIM);
        if (!SIM_OR_ICCID.matcher(id).matches()) {
            throw new OnomondoRefusal(400, "sim_id_invalid");
        }
        if (id.equals(population.forbiddenSim().value())) {
            throw new OnomondoRefusal(403, "sim_id_forbidden");
        }
        return Optional.ofNullable(sims.get(id)).orElseThrow(() -> new OnomondoRefusal(404, "sim_id_not_found"));
    }

    private static String usage(
            final SimulatorRequest request,
            final List<OnomondoRecord> all,
            final OnomondoFilter filter,
            final String name) {
        final OnomondoPage page = OnomondoPage.of(request.query());
        final List<OnomondoRecord> wanted = all.stream().filter(filter.wanted()).toList();
        final List<String> group = request.query().getOrDefault("group", List.of());
        if (group.isEmpty()) {
            return page.of(wanted, OnomondoRecord::json);
        }
        if (!group.equals(List.of("hours"))) {
            throw new OnomondoRefusal(400, "group_invalid");
        }
        return page.atMost(MOST_HOURS).of(List.copyOf(byHour(wanted).entrySet()), hour -> json(hour, name));
    }

    private static Map<Instant, Long> byHour(final List<OnomondoRecord> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        usage -> usage.time().truncatedTo(ChronoUnit.HOURS),
                        TreeMap::new,
                        Collectors.summingLong(OnomondoRecord::bytes)));
    }

    private static String json(final Map.Entry<Instant, Long> hour, final String name) {
        return "{\"time\":\"%s\",\"bytes\":%d%s}"
                .formatted(OnomondoRecord.written(hour.getKey()), hour.getValue(), name);
    }
}
