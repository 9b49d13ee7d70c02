package dev.anycarrier.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class ObservationsTest {

    private static final Pattern LINE = Pattern.compile("[A-Z]+ ([a-z]+(?: [a-z]+)*)((?: [a-z_-]+=\\S*)*)");
    private static final Pattern NAME = Pattern.compile(" ([a-z_-]+)=");
    private static final Pattern QUOTED = Pattern.compile("`([a-z _-]+)`");

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_call_that_asks_is_told_from_one_that_need_not() {
        scene.airalo().usage(scene.known());
        scene.airalo().usage(scene.known());
        final List<CallContext> calls = scene.stopped(CallContext.class);
        assertThat(calls).hasSize(2);
        assertThat(low(calls.get(0)))
                .containsEntry("provider", "airalo")
                .containsEntry("account", "airalo")
                .containsEntry("node", "none")
                .containsEntry("operation", "usage")
                .containsEntry("cache", "asked")
                .containsEntry("outcome", "success")
                .containsEntry("cause", "none");
        assertThat(low(calls.get(1))).containsEntry("cache", "fresh").containsEntry("outcome", "success");
        assertThat(high(calls.get(0)))
                .containsEntry("sim", scene.known().toString())
                .containsEntry("attempts", "1");
        assertThat(high(calls.get(1))).containsEntry("attempts", "0");
    }

    @Test
    void an_attempt_is_a_child_of_its_call_and_that_of_who_asks() {
        final Observation asking = Observation.start("asking", scene.observations());
        try (Observation.Scope scope = asking.openScope()) {
            assertThat(scope).isNotNull();
            scene.airalo().usage(scene.known());
        } finally {
            asking.stop();
        }
        final CallContext call = scene.stopped(CallContext.class).get(0);
        assertThat(call.getParentObservation()).isSameAs(asking);
        final Map<String, AttemptContext> attempts = scene.stopped(AttemptContext.class).stream()
                .collect(Collectors.toMap(attempt -> low(attempt).get("operation"), attempt -> attempt));
        assertThat(attempts).containsOnlyKeys("token", "usage");
        assertThat(attempts.get("token").getParentObservation()).isNull();
        assertThat(attempts.get("usage").getParentObservation().getContextView())
                .isSameAs(call);
        assertThat(low(attempts.get("usage")))
                .containsEntry("outcome", "success")
                .containsEntry("status", "200")
                .containsEntry("cause", "none");
    }

    @Test
    void failures_and_stale_answers_say_what_they_are() {
        scene.play();
        final List<CallContext> calls = scene.stopped(CallContext.class);
        assertThat(calls).extracting(call -> low(call).get("outcome")).contains("not_found", "stale", "unavailable");
        final CallContext last = calls.get(calls.size() - 1);
        assertThat(low(last)).containsEntry("outcome", "unavailable").containsEntry("cause", "network");
        assertThat(high(last)).containsEntry("correlation.id", "caller-1");
        assertThat(last.getError()).isNotNull();
        final CallContext stale = calls.get(calls.size() - 2);
        assertThat(low(stale))
                .containsEntry("outcome", "stale")
                .containsEntry("cache", "stale")
                .containsEntry("cause", "network");
        assertThat(stale.getError()).isNull();
    }

    @Test
    void what_limits_leave_breakers_and_tokens_are_gauges() {
        final Scrape before = scrape();
        assertThat(before.value("anycarrier_token_age_seconds", "account=\"airalo\""))
                .isNaN();
        assertThat(before.value("anycarrier_budget_left_requests", "account=\"airalo\"", "scope=\"account\""))
                .isEqualTo(1000);
        scene.airalo().usage(scene.known());
        final Scrape after = scrape();
        assertThat(after.value("anycarrier_token_age_seconds", "account=\"airalo\""))
                .isBetween(0.0, 60.0);
        assertThat(after.value("anycarrier_token_left_seconds", "account=\"airalo\""))
                .isGreaterThan(60);
        assertThat(after.value("anycarrier_budget_left_requests", "account=\"airalo\"", "scope=\"account\""))
                .isEqualTo(999);
        assertThat(after.value("anycarrier_budget_left_requests", "account=\"airalo\"", "scope=\"token_endpoint\""))
                .isEqualTo(2);
        assertThat(after.value("anycarrier_breaker_state", "account=\"airalo\"", "state=\"closed\""))
                .isEqualTo(1);
        assertThat(after.value("anycarrier_breaker_state", "account=\"airalo\"", "state=\"open\""))
                .isZero();
        assertThat(after.value("anycarrier_retries_left_retries", "account=\"airalo\""))
                .isBetween(10.0, 11.0);
    }

    @Test
    void a_sweep_is_told_with_its_end() {
        scene.play();
        final Scrape scrape = scrape();
        assertThat(scrape.value("anycarrier_sweep_running")).isZero();
        assertThat(scrape.value("anycarrier_sweep_expected_sims")).isEqualTo(8);
        final double done = scrape.value("anycarrier_sweep_sims", "state=\"done\"");
        final double failed = scrape.value("anycarrier_sweep_sims", "state=\"failed\"");
        assertThat(done).isPositive();
        assertThat(done + failed).isEqualTo(8);
        assertThat(scrape.value("anycarrier_sweep_outcomes_total", "outcome=\"done\""))
                .isEqualTo(done);
    }

    @Test
    void the_meters_of_an_account_go_when_it_is_closed() {
        assertThat(scrape().labels()).containsKey("anycarrier_breaker_state");
        scene.carriers().close();
        assertThat(scrape().labels()).doesNotContainKeys("anycarrier_breaker_state", "anycarrier_unknown_fields_total");
    }

    @Test
    void only_what_has_failed_for_good_is_a_warning() {
        scene.play();
        final long failedSims = (long) scrape().value("anycarrier_sweep_sims", "state=\"failed\"");
        final List<String> warnings = scene.lines().of(Level.WARN);
        assertThat(warnings)
                .hasSize(failedSims > 0 ? 2 : 1)
                .last()
                .asString()
                .startsWith("WARN call failed provider=airalo account=airalo operation=usage sim=")
                .contains("outcome=unavailable", "cause=network", "attempts=1", "correlation=caller-1");
        assertThat(scene.lines().of(Level.INFO))
                .anyMatch(line -> line.contains("outcome=not_found"))
                .anyMatch(line -> line.contains("call answered") && line.contains("cache=stale"))
                .anyMatch(line -> line.contains("account opened provider=onomondo"));
        assertThat(scene.lines().of(Level.DEBUG))
                .anyMatch(line -> line.contains("request provider=airalo") && line.contains("operation=token"));
    }

    @Test
    void a_log_line_is_an_event_and_names_of_the_documents_list_and_nothing_else() throws IOException {
        scene.play();
        final String document = Files.readString(Path.of("..", "docs", "observation.md"));
        final Set<String> events = listed(document, "The events are ");
        final Set<String> names = listed(document, "The names are ");
        final Set<String> seen = new TreeSet<>();
        assertThat(scene.lines().all()).hasSizeGreaterThan(20).allSatisfy(line -> {
            final Matcher parts = LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            assertThat(events).contains(parts.group(1));
            final Set<String> own = NAME.matcher(parts.group(2))
                    .results()
                    .map(name -> name.group(1))
                    .collect(Collectors.toSet());
            assertThat(names).containsAll(own);
            seen.addAll(own);
        });
        // Neither of them happens here: a node of several, and a carrier that says when to come back.
        assertThat(names).containsAll(seen).hasSize(seen.size() + 2).contains("node", "not-before");
    }

    private static Set<String> listed(final String document, final String beginning) {
        final int start = document.indexOf(beginning);
        return QUOTED.matcher(document.substring(start, document.indexOf(".\n", start)))
                .results()
                .map(word -> word.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Scrape scrape() {
        return Scrape.of(scene.meters().scrape());
    }

    private static Map<String, String> low(final Observation.Context context) {
        return byKey(context.getLowCardinalityKeyValues());
    }

    private static Map<String, String> high(final Observation.Context context) {
        return byKey(context.getHighCardinalityKeyValues());
    }

    private static Map<String, String> byKey(final Iterable<KeyValue> values) {
        return StreamSupport.stream(values.spliterator(), false)
                .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }
}
