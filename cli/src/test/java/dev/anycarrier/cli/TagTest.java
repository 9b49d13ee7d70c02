package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.usage.Quantity;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagTest {

    private static final String UNKNOWN_TAG = "00000000-0000-4000-8000-000000000000";

    @TempDir
    Path directory;

    private Carriers carriers;

    @BeforeEach
    void start() {
        carriers = Carriers.all(10);
        carriers.configure(directory, Map.of());
    }

    @AfterEach
    void stop() {
        carriers.close();
    }

    @Test
    void the_total_of_every_tag_is_that_of_the_carrier() {
        final Map<String, Quantity> truth = carriers.get("onomondo").tagTotals();

        assertThat(truth).isNotEmpty();
        truth.forEach((tag, total) -> {
            final JsonNode json = JsonDocuments.parse(
                    run("tag", "onomondo", tag, "-o", "json").out());
            assertThat(json.path("tag").asText()).isEqualTo(tag);
            assertThat(json.at("/total/data/amount").longValue()).isEqualTo(total.amount());
            assertThat(json.at("/total/raw").isMissingNode()).isFalse();
        });
    }

    @Test
    void a_table_names_the_tag() {
        final String tag =
                carriers.get("onomondo").tagTotals().keySet().iterator().next();

        final Result total = run("tag", "onomondo", tag);

        assertThat(total.code()).isZero();
        assertThat(total.out().lines()).hasSize(2).anyMatch(line -> line.startsWith(tag));
    }

    @Test
    void an_unknown_tag_is_not_found_and_json_says_so_too() {
        final Result total = run("tag", "onomondo", UNKNOWN_TAG, "-o", "json");

        assertThat(total.code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(JsonDocuments.parse(total.out()).at("/error/kind").asText()).isEqualTo("NOT_FOUND");
        assertThat(total.err()).contains("NOT_FOUND");
    }

    @Test
    void a_carrier_without_tags_is_said_to_have_none() {
        final Result total = run("tag", "airalo", UNKNOWN_TAG);

        assertThat(total.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(total.err()).contains("UNSUPPORTED").contains("totals by tag");
        assertThat(total.out()).isEmpty();
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
