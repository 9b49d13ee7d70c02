package dev.anycarrier.cli.digest;

import static dev.anycarrier.cli.digest.Lines.digest;
import static dev.anycarrier.cli.digest.Lines.limited;
import static dev.anycarrier.cli.digest.Lines.read;
import static dev.anycarrier.cli.digest.Lines.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cli.digest.EntryLines.Line;
import dev.anycarrier.usage.Service;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final String ONE_TO_THIRTY =
            ",\"validity\":{\"start\":\"2026-11-01T12:00:00Z\",\"end\":\"2026-12-01T12:00:00Z\"}";
    private static final String UNTIL = ",\"validity\":{\"end\":\"2026-11-20T00:00:00Z\"}";
    private static final String UNLIMITED =
            "{\"service\":\"DATA\",\"allowance\":{\"type\":\"unlimited\"},\"status\":\"ACTIVE\"}";
    private static final String UNKNOWN =
            "{\"service\":\"DATA\",\"allowance\":{\"type\":\"unknown\"},\"status\":\"ACTIVE\"}";

    @Test
    void unlimited_not_told_zero_and_over_are_counted_apart() {
        final Left left = digest(
                        read("000000001", UNLIMITED),
                        read("000000002", UNKNOWN),
                        read("000000003", limited(100, 0, "")),
                        read("000000004", limited(100, 100, ",\"validity\":{\"end\":\"2026-11-10T12:00:00Z\"}")),
                        read("000000005"),
                        read("000000006", limited(100, 10, "")),
                        read("000000007", limited(100, 11, "")),
                        read("000000008", limited(100, 100, "")))
                .left(Service.DATA)
                .orElseThrow();

        assertThat(left.unlimited()).isEqualTo(1);
        assertThat(left.untold()).isEqualTo(1);
        assertThat(left.usedUp()).isEqualTo(1);
        assertThat(left.over()).isEqualTo(1);
        assertThat(left.bands()).containsExactly(1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(left.lowest()).extracting(low -> low.sim().sim().value()).startsWith("000000006", "000000007");
    }

    @Test
    void a_sim_runs_out_when_it_goes_on_as_it_did_since_its_validity_began() {
        final Ends ends = digest(read("000000001", limited(100, 10, ONE_TO_THIRTY)))
                .ends(Service.DATA)
                .orElseThrow();

        assertThat(ends.soonest()).extracting(Ends.Soon::at).containsExactly(Instant.parse("2026-11-11T12:00:00Z"));
        assertThat(ends.days())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(LocalDate.parse("2026-11-11"), new Ends.Day(1, 0))));
    }

    @Test
    void a_sim_whose_validity_ends_first_is_counted_on_that_day_alone() {
        final Ends ends = digest(read("000000001", limited(100, 90, ONE_TO_THIRTY)))
                .ends(Service.DATA)
                .orElseThrow();

        assertThat(ends.soonest()).isEmpty();
        assertThat(ends.days()).containsOnlyKeys(LocalDate.parse("2026-12-01"));
        assertThat(ends.days().get(LocalDate.parse("2026-12-01"))).isEqualTo(new Ends.Day(0, 1));
    }

    @Test
    void nothing_is_foretold_of_a_sim_whose_start_is_not_told() {
        final Ends ends = digest(read("000000001", limited(100, 10, UNTIL)), read("000000002", limited(100, 10, "")))
                .ends(Service.DATA)
                .orElseThrow();

        assertThat(ends.soonest()).isEmpty();
        assertThat(ends.count(Ends.Case.ENDS_WITHOUT_PACE)).isEqualTo(1);
        assertThat(ends.count(Ends.Case.NO_PACE)).isEqualTo(1);
    }

    @Test
    void records_before_the_sweep_say_how_fast_a_sim_uses() {
        final Digest digest = digest(
                record("a", "000000001", "2026-11-08T00:00:00Z", 5),
                record("b", "000000002", "2026-11-10T00:00:00Z", 7),
                read("000000001", limited(100, 10, UNTIL)));

        assertThat(digest.ends(Service.DATA).orElseThrow().soonest())
                .extracting(Ends.Soon::at)
                .containsExactly(Instant.parse("2026-11-14T12:00:00Z"));
        assertThat(digest.lateRecords()).isZero();
        assertThat(digest(
                                read("000000001", limited(100, 10, UNTIL)),
                                record("a", "000000001", "2026-11-08T00:00:00Z", 5))
                        .lateRecords())
                .isEqualTo(1);
    }

    @Test
    void what_is_named_again_is_counted_once() {
        final Digest digest = digest(
                read("000000001", limited(100, 10, "")),
                read("000000001", limited(100, 10, "")),
                record("a", "000000001", "2026-11-08T00:00:00Z", 5),
                record("a", "000000001", "2026-11-08T00:00:00Z", 5));

        assertThat(digest.repeated()).isEqualTo(2);
        assertThat(digest.left(Service.DATA).orElseThrow().sims()).isEqualTo(1);
        assertThat(digest.use(Service.DATA).orElseThrow().records()).isEqualTo(1);
    }

    @Test
    void use_is_cut_into_hours_days_or_weeks_and_keeps_its_sum() {
        final UseOverTime hours = use(100, 3_600);
        final UseOverTime days = use(124, 86_400);
        final UseOverTime weeks = use(125, 86_400);

        assertThat(hours.step().name()).isEqualTo("hour");
        assertThat(days.step().name()).isEqualTo("day");
        assertThat(weeks.step().name()).isEqualTo("week");
        assertThat(weeks.steps().get(0)).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(List.of(hours, days, weeks)).allSatisfy(use -> {
            assertThat(use.steps()).hasSizeLessThanOrEqualTo(UseOverTime.MOST_STEPS);
            assertThat(use.byCountry().get(0).sum())
                    .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(use.records())));
        });
    }

    private static UseOverTime use(final int count, final long apart) {
        final Instant first = Instant.parse("2026-01-05T00:00:00Z");
        return digest(IntStream.range(0, count)
                        .mapToObj(index -> record(
                                "r" + index,
                                "000000001",
                                first.plusSeconds(index * apart).toString(),
                                Long.MAX_VALUE))
                        .toArray(String[]::new))
                .use(Service.DATA)
                .orElseThrow();
    }

    @Test
    void a_line_that_is_none_of_theirs_is_named_and_not_repeated() {
        final String hostile = "{\"account\":\"<script>\",\"sim\":\"000000001\",\"skipped\":\"DEADLINE\"}";

        final List<Line> lines = Lines.all(read("000000001").substring(0, 90) + "\n\n" + hostile + "\n[]\n{}\n"
                + "x".repeat((1 << 20) + 1) + "\n" + read("000000002"));

        assertThat(lines)
                .filteredOn(Line.Bad.class::isInstance)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.toString()).doesNotContain("script", "000000001"));
        assertThat(lines.get(5)).isInstanceOf(Line.Said.class);
    }
}
