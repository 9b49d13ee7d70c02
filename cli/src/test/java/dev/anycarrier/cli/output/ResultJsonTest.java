package dev.anycarrier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.sweep.SweepOutcome;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

    @Test
    void a_fresh_value_says_so_and_has_no_cause_and_no_changes_where_there_are_none() {
        final JsonNode json = ResultJson.of(Outcomes.SIM, Outcomes.fresh(Outcomes.report()));

        assertThat(json.path("account").asText()).isEqualTo("acme");
        assertThat(json.path("sim").asText()).isEqualTo("8944465400000217735");
        assertThat(json.path("report").path("buckets")).hasSize(2);
        assertThat(json.path("freshness").toString()).isEqualTo("{\"state\":\"FRESH\",\"ageSeconds\":5}");
        assertThat(json.has("changes")).isFalse();
    }

    @Test
    void a_stale_value_names_its_age_and_its_cause() {
        final JsonNode json = ResultJson.of(Outcomes.SIM, Outcomes.stale());

        assertThat(json.at("/freshness/state").asText()).isEqualTo("STALE");
        assertThat(json.at("/freshness/ageSeconds").asLong()).isEqualTo(10_800);
        assertThat(json.at("/freshness/cause/kind").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void changes_name_service_bucket_kind_and_amount() {
        final JsonNode json = ResultJson.of(Outcomes.SIM, Outcomes.stale());

        assertThat(json.path("changes").toString())
                .isEqualTo("[{\"service\":\"DATA\",\"bucket\":\"eu-1\",\"kind\":\"USED\","
                        + "\"amount\":{\"amount\":50,\"unit\":\"BYTES\"}}]");
    }

    @Test
    void an_outcome_has_a_report_an_error_or_a_reason_why_it_was_skipped() {
        final JsonNode read = ResultJson.of(new SweepOutcome.Read(Outcomes.SIM, 0, Outcomes.fresh(Outcomes.report())));
        final JsonNode failed = ResultJson.of(new SweepOutcome.Failed(Outcomes.SIM, 0, Outcomes.failure()));
        final JsonNode skipped =
                ResultJson.of(new SweepOutcome.Skipped(Outcomes.SIM, 0, SweepOutcome.Reason.DUPLICATE));

        assertThat(read.fieldNames()).toIterable().containsExactly("account", "sim", "report", "freshness");
        assertThat(failed.fieldNames()).toIterable().containsExactly("account", "sim", "error");
        assertThat(skipped.toString())
                .isEqualTo("{\"account\":\"acme\",\"sim\":\"8944465400000217735\",\"skipped\":\"DUPLICATE\"}");
    }
}
