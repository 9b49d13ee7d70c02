package dev.anycarrier.testkit.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.anycarrier.Capability;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Deviation;
import dev.anycarrier.testkit.conformance.result.Evidence;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RouteResult;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Run;
import dev.anycarrier.testkit.conformance.result.Subject;
import dev.anycarrier.testkit.conformance.result.Verdict;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Level;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.usage.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what {@link ReportJson} wrote. The settings come back without a reader: they take any text. */
final class ReportReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReportReader() {}

    /**
     * Reads a report.
     *
     * @throws IOException if there is none, or it is of another version, or damaged; the message names the file
     */
    static ConformanceReport read(final Path file) throws IOException {
        try {
            return read(Files.readString(file));
        } catch (final IOException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is no report that this kit can read: " + e.getMessage(), e);
        }
    }

    static ConformanceReport read(final String text) throws IOException {
        final JsonNode json = MAPPER.readTree(text);
        if (!json.path("schema").asText().equals(ReportJson.SCHEMA)) {
            throw new IllegalArgumentException(
                    "its schema is \"" + json.path("schema").asText() + "\" and not \"" + ReportJson.SCHEMA + "\"");
        }
        return new ConformanceReport(
                subject(json.required("subject")),
                run(json.required("run")),
                constant(Verdict.class, json.required("verdict")),
                list(json.required("results"), ReportReader::result),
                list(json.required("drift"), JsonNode::textValue));
    }

    private static Subject subject(final JsonNode json) {
        return new Subject(
                text(json, "id"),
                text(json, "displayName"),
                text(json, "factory"),
                list(json.required("settings"), ReportReader::setting),
                constants(Capability.class, json.required("capabilities")),
                optional(json, "descriptor", ReportReader::descriptor));
    }

    private static Setting<?> setting(final JsonNode json) {
        final Setting<String> setting =
                Setting.of(text(json, "name"), text(json, "type"), text(json, "description"), Function.identity());
        return optional(json, "default", JsonNode::textValue)
                .map(setting::defaultsTo)
                .orElseGet(() -> json.required("required").booleanValue() ? setting : setting.optional());
    }

    private static ProviderDescriptor descriptor(final JsonNode json) {
        return new ProviderDescriptor(
                constants(IdentifierType.class, json.required("identifiers")),
                constants(Service.class, json.required("services")),
                optional(json, "carrierCacheTime", time -> Duration.parse(time.textValue())),
                Duration.parse(text(json, "minimumInterval")),
                list(json.required("limits"), ReportReader::limit),
                optional(json, "rateLimitHeaders", ReportReader::headers));
    }

    private static RateLimit limit(final JsonNode json) {
        return new RateLimit(
                constant(LimitScope.class, json.required("scope")),
                json.required("requests").intValue(),
                Duration.parse(text(json, "window")));
    }

    private static RateLimitHeaders headers(final JsonNode json) {
        return new RateLimitHeaders(
                text(json, "limit"),
                text(json, "remaining"),
                text(json, "reset"),
                constant(RateLimitHeaders.ResetMeaning.class, json.required("resetMeaning")),
                constant(LimitScope.class, json.required("scope")));
    }

    private static Run run(final JsonNode json) {
        return new Run(
                Long.parseLong(text(json, "seed")),
                json.required("live").booleanValue(),
                Instant.parse(text(json, "started")),
                Duration.parse(text(json, "took")),
                text(json, "java"),
                text(json, "reproduce"));
    }

    private static RuleResult result(final JsonNode json) {
        return new RuleResult(
                rule(json.required("rule")),
                constant(Outcome.class, json.required("outcome")),
                text(json, "found"),
                list(json.required("routes"), ReportReader::route),
                optional(json, "deviation", ReportReader::deviation));
    }

    private static Rule rule(final JsonNode json) {
        return new Rule(
                text(json, "id"),
                constant(Level.class, json.required("level")),
                text(json, "since"),
                constant(Group.class, json.required("group")),
                constant(Capability.class, json.required("concerns")),
                text(json, "sentence"),
                text(json, "why"),
                text(json, "lookAt"));
    }

    private static RouteResult route(final JsonNode json) {
        return new RouteResult(
                constant(Route.class, json.required("route")),
                constant(Outcome.class, json.required("outcome")),
                text(json, "found"),
                list(
                        json.required("evidence"),
                        exchange -> new Evidence(text(exchange, "request"), text(exchange, "answer"))),
                Duration.parse(text(json, "took")));
    }

    private static Deviation deviation(final JsonNode json) {
        return new Deviation(
                text(json, "rule"),
                text(json, "reason"),
                URI.create(text(json, "link")),
                LocalDate.parse(text(json, "since")));
    }

    private static String text(final JsonNode json, final String member) {
        final JsonNode value = json.required(member);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("\"" + member + "\" is not a text");
        }
        return value.textValue();
    }

    private static <E extends Enum<E>> E constant(final Class<E> type, final JsonNode value) {
        return Enum.valueOf(type, value.asText());
    }

    private static <E extends Enum<E>> Set<E> constants(final Class<E> type, final JsonNode array) {
        return list(array, value -> constant(type, value)).stream()
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static <T> Optional<T> optional(
            final JsonNode json, final String member, final Function<JsonNode, T> reader) {
        return Optional.ofNullable(json.get(member)).map(reader);
    }

    private static <T> List<T> list(final JsonNode array, final Function<JsonNode, T> reader) {
        return StreamSupport.stream(array.spliterator(), false).map(reader).toList();
    }
}
