package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anycarrier.Capability;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimitHeaders.ResetMeaning;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.Verdict;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Level;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.usage.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {

    static Stream<ConformanceReport> reports() {
        return Stream.of(
                SampleReport.ofEverything(),
                SampleReport.ofNothing(),
                SampleReport.conformant("acme", "Acme"),
                SampleReport.ofSize(30, Outcome.FAILED, 3_000));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void what_is_written_is_what_the_schema_says(final ConformanceReport report) {
        assertThat(ReportSchema.violations(ReportJson.write(report))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void what_is_read_back_is_what_was_written(final ConformanceReport report) throws IOException {
        final String json = ReportJson.write(report);

        final ConformanceReport read = ReportReader.read(json);

        assertThat(read.results()).isEqualTo(report.results());
        assertThat(read.run()).isEqualTo(report.run());
        assertThat(read.verdict()).isEqualTo(report.verdict());
        assertThat(read.drift()).isEqualTo(report.drift());
        assertThat(read.subject().descriptor()).isEqualTo(report.subject().descriptor());
        assertThat(read.subject().capabilities()).isEqualTo(report.subject().capabilities());
        assertThat(ReportJson.write(read)).isEqualTo(json);
    }

    @Test
    void settings_come_back_with_all_that_is_said_of_them() throws IOException {
        final ConformanceReport report = SampleReport.ofEverything();

        assertThat(ReportReader.read(ReportJson.write(report)).subject().settings())
                .extracting(Setting::name, Setting::isSecret, Setting::isRequired, Setting::defaultText)
                .isEqualTo(report.subject().settings().stream()
                        .map(setting ->
                                tuple(setting.name(), setting.isSecret(), setting.isRequired(), setting.defaultText()))
                        .toList());
    }

    @Test
    void the_schema_refuses_what_a_report_does_not_hold() throws IOException {
        final JsonNode json = new ObjectMapper().readTree(ReportJson.write(SampleReport.ofEverything()));
        final String misspelt = json.toString().replace("\"lookAt\"", "\"lookat\"");
        final String undated = json.toString().replace("2026-02-28", "in spring");

        assertThat(ReportSchema.violations(json.toString())).isEmpty();
        assertThat(ReportSchema.violations(misspelt)).isNotEmpty();
        assertThat(ReportSchema.violations(undated)).isNotEmpty();
    }

    @Test
    void the_schema_knows_every_constant() throws IOException {
        final JsonNode schema =
                new ObjectMapper().readTree(ReportJson.class.getResourceAsStream("report-1.schema.json"));

        assertThat(constants(schema, "/properties/verdict/enum")).isEqualTo(names(Verdict.values()));
        assertThat(constants(schema, "/$defs/outcome/enum")).isEqualTo(names(Outcome.values()));
        assertThat(constants(schema, "/$defs/capability/enum")).isEqualTo(names(Capability.values()));
        assertThat(constants(schema, "/$defs/rule/properties/group/enum")).isEqualTo(names(Group.values()));
        assertThat(constants(schema, "/$defs/rule/properties/level/enum")).isEqualTo(names(Level.values()));
        assertThat(constants(schema, "/$defs/route/properties/route/enum")).isEqualTo(names(Route.values()));
        assertThat(constants(schema, "/$defs/scope/enum")).isEqualTo(names(LimitScope.values()));
        assertThat(constants(schema, "/$defs/descriptor/properties/services/items/enum"))
                .isEqualTo(names(Service.values()));
        assertThat(constants(schema, "/$defs/descriptor/properties/identifiers/items/enum"))
                .isEqualTo(names(IdentifierType.values()));
        assertThat(constants(schema, "/$defs/descriptor/properties/rateLimitHeaders/properties/resetMeaning/enum"))
                .isEqualTo(names(ResetMeaning.values()));
    }

    private static List<String> constants(final JsonNode schema, final String pointer) {
        return StreamSupport.stream(schema.at(pointer).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static List<String> names(final Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    @Test
    void the_file_is_ascii_so_that_nothing_hostile_shows_in_it() {
        assertThat(ReportJson.write(SampleReport.ofEverything()).chars())
                .allMatch(character -> character == '\n' || (character >= ' ' && character <= '~'));
    }

    @Test
    void a_report_of_another_version_is_refused_by_name(@TempDir final Path directory) throws IOException {
        final Path file = directory.resolve("report.json");
        Files.writeString(file, ReportJson.write(SampleReport.ofEverything()).replace("report/1", "report/2"));

        assertThatThrownBy(() -> ReportReader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("anycarrier-conformance-report/2");
    }

    @Test
    void a_damaged_report_is_refused_by_name(@TempDir final Path directory) throws IOException {
        final Path file = directory.resolve("report.json");
        final String json = ReportJson.write(SampleReport.ofEverything());

        for (final String damaged : new String[] {
            json.substring(0, json.length() / 2),
            json.replace("\"why\"", "\"because\""),
            json.replace("\"PASSED\"", "\"EXCUSED\""),
            json.replace("2026-03-04T", "yesterday")
        }) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> ReportReader.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());
        }
    }
}
