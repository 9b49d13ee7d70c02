package dev.anycarrier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.sweep.SweepOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultCsvTest {

    @Test
    void each_bucket_and_each_counter_has_a_line() {
        final List<String> lines =
                ResultCsv.of(new SweepOutcome.Read(Outcomes.SIM, 0, Outcomes.fresh(Outcomes.report())));

        assertThat(lines)
                .containsExactly(
                        "acme,8944465400000217735,FRESH,,ACTIVE,5,2026-01-31T12:00:00Z,"
                                + "BUCKET,DATA,eu-1,ACTIVE,LIMITED,1000,400,600,BYTES,,2026-01-31T12:01:00Z,",
                        "acme,8944465400000217735,FRESH,,ACTIVE,5,2026-01-31T12:00:00Z,"
                                + "BUCKET,VOICE,,UNKNOWN,UNLIMITED,,,,SECONDS,,,",
                        "acme,8944465400000217735,FRESH,,ACTIVE,5,2026-01-31T12:00:00Z,"
                                + "COUNTER,MESSAGE,,,,,,7,MESSAGES,2026-01-31T12:00:00Z,,");
    }

    @Test
    void a_sim_without_any_has_a_line_all_the_same() {
        final List<String> lines = ResultCsv.of(
                new SweepOutcome.Read(Outcomes.SIM, 0, Outcomes.fresh(Outcomes.report(List.of(), List.of()))));

        assertThat(lines).containsExactly("acme,8944465400000217735,FRESH,,ACTIVE,5,2026-01-31T12:00:00Z,,,,,,,,,,,,");
    }

    @Test
    void stale_failed_and_skipped_name_the_reason() {
        assertThat(ResultCsv.of(new SweepOutcome.Read(Outcomes.SIM, 0, Outcomes.stale())))
                .hasSize(3)
                .allMatch(line -> line.startsWith("acme,8944465400000217735,STALE,NOT_FOUND,ACTIVE,10800,"))
                .allMatch(line -> line.contains("unknown SIM"));
        assertThat(ResultCsv.of(new SweepOutcome.Failed(Outcomes.SIM, 0, Outcomes.failure())))
                .singleElement()
                .matches(line -> line.startsWith("acme,8944465400000217735,FAILED,NOT_FOUND,,,,,"))
                .matches(line -> line.contains("unknown SIM"));
        assertThat(ResultCsv.of(new SweepOutcome.Skipped(Outcomes.SIM, 0, SweepOutcome.Reason.DEADLINE)))
                .containsExactly("acme,8944465400000217735,SKIPPED,DEADLINE,,,,,,,,,,,,,,,");
    }

    @Test
    void every_line_has_as_many_fields_as_the_heading() {
        final long commas =
                ResultCsv.HEADING.chars().filter(character -> character == ',').count();

        assertThat(ResultCsv.of(new SweepOutcome.Read(Outcomes.SIM, 0, Outcomes.fresh(Outcomes.report()))))
                .allMatch(line ->
                        line.chars().filter(character -> character == ',').count() == commas);
    }
}
