package dev.anycarrier.simulation.fleet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Onomondo's pages. A cursor holds the moment of the first page, so that all pages of a walk are of one moment.
 *
 * @param population the SIMs
 * @param start when the story started, on the carrier's clock
 * @param size the most records on a page
 */
record RecordPages(Population population, Instant start, int size) {

    private static final Pattern CURSOR = Pattern.compile("([0-9]+)/([0-9]+)/([0-9]+)/([0-9]+)");

    /**
     * Where a walk stands.
     *
     * @param moment the milliseconds of its first page
     * @param sim the SIM
     * @param record the record of that SIM
     * @param turn how many pages there were before
     */
    private record Position(long moment, long sim, int record, long turn) {

        static Optional<Position> read(final CarrierRequest request, final Duration at) {
            final String cursor = request.parameter("next_page");
            return cursor.isEmpty() ? Optional.of(new Position(at.toMillis(), 0, 0, 0)) : read(cursor);
        }

        static Optional<Position> read(final String cursor) {
            try {
                final Matcher matcher =
                        CURSOR.matcher(new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII));
                return matcher.matches()
                        ? Optional.of(new Position(
                                Long.parseLong(matcher.group(1)),
                                Long.parseLong(matcher.group(2)),
                                Integer.parseInt(matcher.group(3)),
                                Long.parseLong(matcher.group(4))))
                        : Optional.empty();
            } catch (final IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        String written() {
            final String text = moment + "/" + sim + "/" + record + "/" + turn;
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    static long turn(final String cursor) {
        return Position.read(cursor).map(Position::turn).orElse(0L);
    }

    CarrierAnswer ofSim(
            final CarrierRequest request,
            final RecordTruth truth,
            final Optional<FaultKind> fault,
            final Duration at,
            final boolean wrong) {
        final Optional<Position> position = Position.read(request, at);
        if (position.isEmpty() || fault.equals(Optional.of(FaultKind.CURSOR_EXPIRED))) {
            return CarrierAnswer.of(410, "{\"error\":\"next_page_expired\"}");
        }
        final Position from = position.get();
        final int count = truth.count(Duration.ofMillis(from.moment()));
        final List<String> records = new ArrayList<>();
        int next = from.record();
        while (next < count && records.size() < size) {
            add(records, truth, next++, request);
        }
        final Optional<Position> following =
                next < count ? Optional.of(new Position(from.moment(), 0, next, from.turn() + 1)) : Optional.empty();
        final CarrierAnswer page = page(records, from, following, fault);
        final String amount = Said.counter("DATA", truth.sum(count));
        if (wrong) {
            return page.lying(amount);
        }
        return fault.isPresent() && breaksWalk(fault.get()) ? page : page.saying(amount);
    }

    CarrierAnswer ofAccount(final CarrierRequest request, final Optional<FaultKind> fault, final Duration at) {
        final Optional<Position> position = Position.read(request, at);
        if (position.isEmpty() || fault.equals(Optional.of(FaultKind.CURSOR_EXPIRED))) {
            return CarrierAnswer.of(410, "{\"error\":\"next_page_expired\"}");
        }
        final Position from = position.get();
        final List<String> records = new ArrayList<>();
        long sim = from.sim();
        int next = from.record();
        while (sim < population.size() && records.size() < size) {
            final RecordTruth truth = new RecordTruth(population, sim);
            if (next < truth.count(Duration.ofMillis(from.moment()))) {
                add(records, truth, next++, request);
            } else {
                sim++;
                next = 0;
            }
        }
        final Optional<Position> following = sim < population.size()
                ? Optional.of(new Position(from.moment(), sim, next, from.turn() + 1))
                : Optional.empty();
        return page(records, from, following, fault);
    }

    private void add(
            final List<String> records, final RecordTruth truth, final int record, final CarrierRequest request) {
        final String json = truth.json(record, start);
        final String filter = request.parameter("filter");
        if (filter.isEmpty() || json.contains("\"time\":\"" + filter.replace("time:", ""))) {
            records.add(json);
        }
    }

    private static boolean breaksWalk(final FaultKind kind) {
        return kind == FaultKind.CURSOR_CYCLE || kind == FaultKind.CURSOR_ENDLESS;
    }

    private static CarrierAnswer page(
            final List<String> records,
            final Position from,
            final Optional<Position> following,
            final Optional<FaultKind> fault) {
        final Optional<Position> next = fault.flatMap(kind -> switch (kind) {
                    case CURSOR_CYCLE -> Optional.of(from);
                    case CURSOR_ENDLESS ->
                        Optional.of(new Position(from.moment(), from.sim(), from.record(), from.turn() + 1));
                    case EMPTY_PAGE ->
                        Optional.of(new Position(from.moment(), from.sim(), from.record(), from.turn() + 1));
                    default -> Optional.<Position>empty();
                })
                .or(() -> following);
        final boolean empty = fault.equals(Optional.of(FaultKind.EMPTY_PAGE));
        final String pagination = next.map(
                        position -> "{\"next_page\":\"" + position.written() + "\",\"has_more\":true}")
                .orElse("{\"has_more\":false}");
        return CarrierAnswer.of(
                200,
                "{\"pagination\":" + pagination + ",\"usage\":[" + (empty ? "" : String.join(",", records)) + "]}");
    }
}
