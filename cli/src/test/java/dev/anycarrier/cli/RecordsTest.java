package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.cli.output.RecordCsv;
import dev.anycarrier.cli.output.RecordJson;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.UsageRecord;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {

    @TempDir
    Path directory;

    private Carriers carriers;
    private List<UsageRecord> truth;

    @BeforeEach
    void start() {
        carriers = Carriers.all(3);
        carriers.configure(directory, Map.of());
        truth = carriers.get("onomondo").records();
    }

    @AfterEach
    void stop() {
        carriers.close();
    }

    @Test
    void all_records_of_a_window_are_those_of_the_carrier() {
        final Result records = records("onomondo", first(), afterLast(), "--output", "jsonl");

        assertThat(records.code()).isZero();
        assertThat(sorted(JsonDocuments.lines(records.out())))
                .isEqualTo(sorted(truth.stream()
                        .map(usage -> JsonDocuments.parse(RecordJson.of(usage).toString()))
                        .toList()));
        assertThat(records.err())
                .contains(truth.size() + " printed, ")
                .contains("(" + bytes(truth.stream()) + " BYTES)");
    }

    @Test
    void the_end_of_the_window_is_no_longer_part_of_it() {
        final Instant middle = truth.get(truth.size() / 2).time();

        final Result before = records("onomondo", first(), middle, "-o", "jsonl");
        final Result after = records("onomondo", middle, afterLast(), "-o", "jsonl");

        assertThat(before.out().lines()).hasSize((int)
                truth.stream().filter(usage -> usage.time().isBefore(middle)).count());
        assertThat(before.out().lines().count() + after.out().lines().count()).isEqualTo(truth.size());
    }

    @Test
    void one_sim_and_one_country_can_be_asked_for() {
        final UsageRecord wanted = truth.get(0);
        final String country = wanted.network().flatMap(Network::country).orElseThrow();

        final Result records = records(
                "onomondo:" + wanted.sim().value(),
                first(),
                afterLast(),
                "--country",
                country.toLowerCase(Locale.ROOT),
                "-o",
                "jsonl");

        assertThat(JsonDocuments.lines(records.out()))
                .hasSize((int) truth.stream()
                        .filter(usage -> usage.sim().equals(wanted.sim()))
                        .filter(usage ->
                                usage.network().flatMap(Network::country).equals(Optional.of(country)))
                        .count())
                .allSatisfy(json -> assertThat(json.path("sim").asText())
                        .isEqualTo(wanted.sim().value()));
    }

    @Test
    void a_day_stands_for_its_midnight_in_utc() {
        final String day = first().toString().substring(0, 10);

        final Result byDay = run("records", "onomondo", "--from", day, "--to", day(afterLast(), 1), "-o", "jsonl");

        assertThat(byDay.out().lines()).hasSize(truth.size());
    }

    @Test
    void csv_has_a_heading_and_a_line_for_each_record() {
        final Result records = records("onomondo", first(), afterLast(), "--output", "csv");

        assertThat(records.out().lines().findFirst()).contains(RecordCsv.RECORD_HEADING);
        assertThat(records.out().lines().skip(1).sorted())
                .containsExactlyElementsOf(
                        truth.stream().map(RecordCsv::of).sorted().toList());
    }

    @Test
    void a_table_masks_sims_and_keeps_its_columns() {
        final Result records = records("onomondo", first(), afterLast());

        assertThat(records.out()).doesNotContainPattern("(?<![0-9a-f-])\\d{9}(?![0-9a-f-])");
        assertThat(records.out().lines().map(line -> line.charAt(20))).containsOnly(' ');
        assertThat(records.out().lines()).hasSize(truth.size() + 1);
    }

    @Test
    void usage_by_hour_adds_up_to_the_records() {
        final Result hours = run(
                "records",
                "onomondo",
                "--from",
                day(first(), 0),
                "--to",
                day(afterLast(), 1),
                "--by-hour",
                "-o",
                "jsonl");

        final long sum = JsonDocuments.lines(hours.out()).stream()
                .mapToLong(hour -> hour.at("/data/amount").longValue())
                .sum();
        assertThat(hours.code()).isZero();
        assertThat(sum).isEqualTo(bytes(truth.stream()));
        assertThat(JsonDocuments.lines(hours.out())).allMatch(hour -> hour.has("raw"));
    }

    @Test
    void what_was_printed_before_a_failure_stays_and_the_rest_can_be_had_later() {
        final String second = "{\"pagination\":{\"has_more\":false},\"usage\":[" + record(2) + "]}";
        final String[] answers = {"", ""};
        try (OnomondoStub stub = OnomondoStub.answering(query -> query.contains("next_page=Mg==")
                ? answers[1]
                : "{\"pagination\":{\"next_page\":\"Mg==\",\"has_more\":true},\"usage\":[" + record(1) + "]}")) {
            carriers.configure(directory, Map.of("onomondo.base-url", stub.address()));
            final String[] question = {"records", "onomondo", "--from", "2020-02-03", "--to", "2020-02-04", "-o", "csv"
            };

            final Result broken = run(question);

            assertThat(broken.code()).isEqualTo(ExitCode.PARTIAL.code());
            assertThat(broken.out().lines()).hasSize(2);
            assertThat(broken.err())
                    .contains("UNAVAILABLE (CARRIER_ERROR)")
                    .containsPattern("repeat the command with --resume-at='[^']*Mg=='");

            answers[1] = second;
            final Result rest = run(Stream.concat(Stream.of(question), Stream.of(resumption(broken)))
                    .toArray(String[]::new));

            assertThat(rest.code()).isZero();
            assertThat(rest.out().lines()).singleElement().asString().contains("bill-2");
        }
    }

    @Test
    void a_failure_before_the_first_record_has_the_code_of_its_kind() {
        try (OnomondoStub stub = OnomondoStub.answering(query -> "")) {
            carriers.configure(directory, Map.of("onomondo.base-url", stub.address()));

            assertThat(records("onomondo", first(), afterLast()).code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        }
    }

    @Test
    void nothing_more_is_asked_when_nobody_reads_on() {
        try (OnomondoStub stub = OnomondoStub.answering(query -> "{\"pagination\":{\"next_page\":\"" + query.length()
                + "\",\"has_more\":true},\"usage\":[" + record(1) + "]}")) {
            carriers.configure(directory, Map.of("onomondo.base-url", stub.address()));

            final int code = Terminal.in(directory)
                    .run(
                            new FullDisk(),
                            new ByteArrayOutputStream(),
                            "records",
                            "onomondo",
                            "--from",
                            "2020-02-03",
                            "--to",
                            "2020-02-04");

            assertThat(code).isEqualTo(ExitCode.UNEXPECTED.code());
            assertThat(stub.queries()).isEmpty();
        }
    }

    @Test
    void a_carrier_without_records_is_said_to_have_none() {
        final Result records = records("airalo", first(), afterLast());

        assertThat(records.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(records.err()).contains("UNSUPPORTED").contains("usage records");
    }

    @Test
    void a_question_that_cannot_be_asked_is_refused_before_anybody_is_asked() {
        assertThat(run("records", "onomondo", "--from", "2026-13-01", "--to", "2026-02-01")
                        .err())
                .contains("'--from'")
                .contains("2026-01-31");
        assertThat(run("records", "onomondo", "--from", "2026-02-01", "--to", "2026-01-01")
                        .err())
                .contains("must end after it starts");
        assertThat(records("onomondo", first(), afterLast(), "--country", "Denmark")
                        .err())
                .contains("two letters");
        assertThat(records("onomondo", first(), afterLast(), "--by-hour", "--resume-at", "x")
                        .code())
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(run("records", "On omondo", "--from", "2026-01-01", "--to", "2026-02-01")
                        .code())
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(carriers.get("onomondo").ledger().entries()).isEmpty();
    }

    private Result records(final String target, final Instant from, final Instant to, final String... others) {
        return run(Stream.concat(
                        Stream.of("records", target, "--from", from.toString(), "--to", to.toString()),
                        Stream.of(others))
                .toArray(String[]::new));
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }

    private Instant first() {
        return truth.get(0).time();
    }

    private Instant afterLast() {
        return truth.get(truth.size() - 1).time().plus(Duration.ofSeconds(1));
    }

    private static String day(final Instant instant, final int later) {
        return instant.plus(later, ChronoUnit.DAYS).toString().substring(0, 10);
    }

    /** The option that standard error names, as a shell hands it over. */
    private static String resumption(final Result broken) {
        return broken.err().replaceFirst("(?s).*(--resume-at=)'([^']*)'.*", "$1$2");
    }

    private static long bytes(final Stream<UsageRecord> records) {
        return records.mapToLong(usage -> usage.quantity().amount()).sum();
    }

    private static List<JsonNode> sorted(final List<JsonNode> records) {
        return records.stream()
                .sorted(Comparator.comparing(usage -> usage.path("id").asText()))
                .toList();
    }

    private static String record(final int number) {
        return """
                {"time":"2020-02-03 07:49:1%1$d","bill_id":"bill-%1$d","sim_id":"000000001","iccid":"8944465400000217738",
                "session_id":"s","bytes":%1$d,"country_code":"dk","network_type":"4G","network":{"mcc":"238","mnc":"06"}}\
                """.formatted(number);
    }
}
