package dev.anycarrier.simulation.fault;

import static dev.anycarrier.simulation.fault.RecordJson.lastPage;
import static dev.anycarrier.simulation.fault.RecordJson.page;
import static dev.anycarrier.simulation.fault.RecordJson.pageBefore;
import static dev.anycarrier.simulation.fault.RecordJson.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks through a carrier's pages, and what can be wrong with them. */
class PageFaultTest {

    private static final UsageRecordQuery MONTH =
            UsageRecordQuery.between(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

    private final List<String> read = new ArrayList<>();

    @Test
    @Fault("PAG-01")
    void a_page_that_names_itself_as_the_next_ends_the_walk_and_what_was_read_stays() {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            pages(scene, Map.of("", pageBefore("YQ", record("a", 1)), "YQ", pageBefore("YQ", record("b", 1))));
            final UsageException failure = Scene.failure(() -> readAll(onomondo.records(MONTH)));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(read).containsExactly("a", "b");
            assertThat(scene.received()).hasSize(2);
            pages(scene, Map.of("YQ", lastPage(record("c", 1))));
            readAll(onomondo.records(MONTH, failure.resumeAt().orElseThrow()));
            assertThat(read).containsExactly("a", "b", "c");
        });
    }

    @Test
    @Fault("PAG-02")
    void a_circle_of_cursors_is_no_endless_loop() {
        Scene.play(1, scene -> {
            pages(scene, Map.of("", pageBefore("YQ"), "YQ", pageBefore("Yg"), "Yg", pageBefore("YQ")));
            final UsageException failure =
                    Scene.failure(() -> readAll(scene.account("onomondo").records(MONTH)));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(scene.received()).hasSize(3);
        });
    }

    @Test
    @Fault("PAG-03")
    void cursors_without_end_come_to_an_end_and_half_a_sum_is_no_usage() {
        Scene.play(1, scene -> {
            scene.answer(request -> pageBefore(
                    "c" + scene.received().size(), record("r" + scene.received().size(), 1)));
            final UsageException failure =
                    Scene.failure(() -> scene.account("onomondo", "deadline=1h").usage(Scene.SIM));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(failure.resumeAt()).isEmpty();
            assertThat(scene.received()).hasSize(100);
        });
    }

    @Test
    @Fault({"PAG-03", "PAG-04"})
    void an_empty_page_is_followed_and_empty_pages_without_end_are_not() {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo", "deadline=1h");
            pages(scene, Map.of("", pageBefore("YQ"), "YQ", lastPage(record("a", 1))));
            readAll(onomondo.records(MONTH));
            assertThat(read).containsExactly("a");
            final int before = scene.received().size();
            scene.answer(request -> pageBefore("c" + scene.received().size()));
            final UsageException failure = Scene.failure(() -> readAll(onomondo.records(MONTH)));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(scene.received()).hasSize(before + Pages.MAXIMUM_EMPTY_PAGES);
        });
    }

    @Test
    @Fault("PAG-06")
    void a_next_page_that_is_an_address_is_refused_and_nothing_is_sent_anywhere() {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            for (final String next : List.of(
                    "https://evil.example/usage?next_page=YQ",
                    "http://api.onomondo.com/usage",
                    "//user:word@evil.example/",
                    "https://user@api.onomondo.com/usage",
                    "../../sims/1",
                    "..%2f..%2fsims")) {
                final int before = scene.received().size();
                scene.answer(pageBefore(next, record("a", 1)));
                final UsageException failure = Scene.failure(() -> readAll(onomondo.records(MONTH)));
                assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
                assertThat(failure.toString()).doesNotContain("evil").doesNotContain("word");
                assertThat(scene.received()).hasSize(before + 1);
            }
        });
    }

    @Test
    @Fault("PAG-06")
    void a_cursor_goes_back_to_the_carrier_s_own_address_as_one_encoded_parameter() {
        Scene.play(1, scene -> {
            scene.answer(request -> RecordJson.cursor(request).isEmpty()
                    ? pageBefore("//evil/x+y==", record("a", 1))
                    : lastPage(record("b", 1)));
            readAll(scene.account("onomondo").records(MONTH));
            assertThat(read).containsExactly("a", "b");
            final Received second = scene.received().get(1);
            assertThat(second.request().uri().getHost()).isEqualTo("api.onomondo.com");
            assertThat(second.path()).isEqualTo("/usage");
            assertThat(RecordJson.cursor(second)).contains("%2F%2Fevil%2Fx%2By%3D%3D");
        });
    }

    @Test
    @Fault("PAG-07")
    void a_cursor_that_expires_leaves_what_was_read_and_a_place_to_go_on_from() {
        for (final int status : new int[] {400, 410}) {
            read.clear();
            Scene.play(1, scene -> {
                final CarrierAccount onomondo = scene.account("onomondo");
                pages(scene, Map.of("", pageBefore("YQ", record("a", 1)), "YQ", Reply.of(status, "{}")));
                final UsageException failure = Scene.failure(() -> readAll(onomondo.records(MONTH)));
                assertThat(read).containsExactly("a");
                assertThat(failure.status()).hasValue(status);
                pages(scene, Map.of("YQ", lastPage(record("b", 1))));
                readAll(onomondo.records(MONTH, failure.resumeAt().orElseThrow()));
                assertThat(read).containsExactly("a", "b");
            });
        }
    }

    @Test
    @Fault("PAG-08")
    void a_record_that_moves_to_the_next_page_is_given_once_and_it_is_counted_that_others_may_be_missing() {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            pages(
                    scene,
                    Map.of(
                            "", pageBefore("YQ", record("a", 1), record("b", 1)),
                            "YQ", lastPage(record("b", 1), record("c", 1))));
            readAll(onomondo.records(MONTH));
            assertThat(read).containsExactly("a", "b", "c");
            assertThat(onomondo.statistics().repeatedRecords()).isEqualTo(1);
        });
    }

    @Test
    @Fault("PAG-08")
    void a_sum_over_records_that_moved_counts_each_once_and_warns_that_others_may_be_missing() {
        Scene.play(1, scene -> {
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? RecordJson.sim(Scene.SIM)
                    : RecordJson.cursor(request).isEmpty()
                            ? pageBefore("YQ", record("a", 1), record("b", 2))
                            : lastPage(record("b", 2), record("c", 4)));
            final UsageReport report = scene.account("onomondo").usage(Scene.SIM);
            assertThat(report.counters().get(0).used().amount()).isEqualTo(7);
            assertThat(report.warnings()).anySatisfy(warning -> {
                assertThat(warning.kind()).isEqualTo(UsageWarning.Kind.INCONSISTENT);
                assertThat(warning.detail()).contains("may be missing");
            });
        });
    }

    @Test
    @Fault("PAG-09")
    void a_total_that_changes_from_page_to_page_changes_nothing_and_is_counted() {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            pages(
                    scene,
                    Map.of(
                            "", page("\"has_more\":true,\"total\":3,\"next_page\":\"YQ\"", record("a", 1)),
                            "YQ", page("\"has_more\":true,\"total\":1,\"next_page\":\"Yg\"", record("b", 1)),
                            "Yg", page("\"has_more\":false,\"total\":0", record("c", 1))));
            readAll(onomondo.records(MONTH));
            assertThat(read).containsExactly("a", "b", "c");
            assertThat(onomondo.statistics().unknownFields()).isEqualTo(3);
        });
    }

    @Test
    @Fault("PAG-10")
    void a_page_longer_than_asked_is_read_and_one_beyond_every_bound_is_too_large() {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            scene.answer(lastPage(records(5_000)));
            readAll(onomondo.records(MONTH));
            assertThat(read).hasSize(5_000);
            scene.answer(lastPage(records(40_000)));
            final UsageException failure = Scene.failure(() -> readAll(onomondo.records(MONTH)));
            assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(read).hasSize(5_000);
        });
    }

    @Test
    @Fault("PAG-12")
    void a_reader_who_stops_early_causes_no_further_request() {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            scene.answer(request -> pageBefore(
                    "c" + scene.received().size(),
                    record("a" + scene.received().size(), 1),
                    record("b" + scene.received().size(), 1)));
            try (Stream<UsageRecord> records = onomondo.records(MONTH)) {
                assertThat(scene.received()).isEmpty();
                final Iterator<UsageRecord> first = records.iterator();
                assertThat(first.next().id()).isEqualTo("a1");
            }
            scene.pass(Duration.ofMinutes(1));
            assertThat(scene.received())
                    .as("nobody came back for a second record")
                    .hasSize(1);
            try (Stream<UsageRecord> records = onomondo.records(MONTH)) {
                assertThat(records.limit(3)).hasSize(3);
            }
            final int asked = scene.received().size();
            assertThat(asked).as("two pages, and one ahead at most").isBetween(3, 4);
            scene.pass(Duration.ofHours(1));
            assertThat(scene.received()).hasSize(asked);
        });
    }

    /** Answers by the cursor that a request comes with; the first page has none. */
    private static void pages(final Scene scene, final Map<String, Reply> byCursor) {
        scene.answer(request -> byCursor.getOrDefault(RecordJson.cursor(request).orElse(""), Reply.of(500, "{}")));
    }

    private static String[] records(final int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> record("r" + index, 1))
                .toArray(String[]::new);
    }

    private List<String> readAll(final Stream<UsageRecord> records) {
        try (records) {
            records.map(UsageRecord::id).forEach(read::add);
        }
        return read;
    }
}
