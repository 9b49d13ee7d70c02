package dev.anycarrier.testkit.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Deviation;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RouteResult;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Run;
import dev.anycarrier.testkit.conformance.result.Subject;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Writes a report as JSON. What is absent has no member; spans of time are those of ISO 8601, to the nanosecond. */
final class ReportJson {

    /** Changes whenever a reader of the former one could misunderstand. */
    static final String SCHEMA = "anycarrier-conformance-report/1";

    // ASCII alone, so that half a surrogate pair of a hostile carrier survives, and nothing turns the direction of
    // text.
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writerWithDefaultPrettyPrinter();

    private ReportJson() {}

    static String write(final ConformanceReport report) {
        final ObjectNode json = object();
        json.put("schema", SCHEMA);
        json.put("verdict", report.verdict().name());
        json.set("subject", subject(report.subject()));
        json.set("run", run(report.run()));
        final ObjectNode counts = json.putObject("counts");
        for (final Outcome outcome : Outcome.values()) {
            counts.put(outcome.name(), report.results(outcome).size());
        }
        final ArrayNode drift = json.putArray("drift");
        report.drift().forEach(drift::add);
        final ArrayNode results = json.putArray("results");
        report.results().forEach(result -> results.add(result(result)));
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (final JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode subject(final Subject subject) {
        final ObjectNode json = object();
        json.put("id", subject.id());
        json.put("displayName", subject.displayName());
        json.put("factory", subject.factory());
        names(json.putArray("capabilities"), subject.capabilities());
        final ArrayNode settings = json.putArray("settings");
        subject.settings().forEach(setting -> settings.add(setting(setting)));
        subject.descriptor().ifPresent(descriptor -> json.set("descriptor", descriptor(descriptor)));
        return json;
    }

    private static ObjectNode setting(final Setting<?> setting) {
        final ObjectNode json = object();
        json.put("name", setting.name());
        json.put("type", setting.type());
        json.put("description", setting.description());
        json.put("required", setting.isRequired());
        json.put("secret", setting.isSecret());
        if (!setting.isSecret()) {
            setting.defaultText().ifPresent(text -> json.put("default", text));
        }
        return json;
    }

    private static ObjectNode descriptor(final ProviderDescriptor descriptor) {
        final ObjectNode json = object();
        names(json.putArray("identifiers"), descriptor.identifiers());
        names(json.putArray("services"), descriptor.services());
        descriptor.carrierCacheTime().ifPresent(time -> json.put("carrierCacheTime", time.toString()));
        json.put("minimumInterval", descriptor.minimumInterval().toString());
        final ArrayNode limits = json.putArray("limits");
        descriptor.limits().forEach(limit -> limits.add(limit(limit)));
        descriptor.rateLimitHeaders().ifPresent(headers -> json.set("rateLimitHeaders", headers(headers)));
        return json;
    }

    private static ObjectNode limit(final RateLimit limit) {
        final ObjectNode json = object();
        json.put("scope", limit.scope().name());
        json.put("requests", limit.requests());
        json.put("window", limit.window().toString());
        return json;
    }

    private static ObjectNode headers(final RateLimitHeaders headers) {
        final ObjectNode json = object();
        json.put("limit", headers.limit());
        json.put("remaining", headers.remaining());
        json.put("reset", headers.reset());
        json.put("resetMeaning", headers.resetMeaning().name());
        json.put("scope", headers.scope().name());
        return json;
    }

    private static ObjectNode run(final Run run) {
        final ObjectNode json = object();
        // As text: many readers of JSON have no whole numbers of 64 bits.
        json.put("seed", Long.toString(run.seed()));
        json.put("live", run.live());
        json.put("started", run.started().toString());
        json.put("took", run.took().toString());
        json.put("java", run.java());
        json.put("reproduce", run.reproduce());
        return json;
    }

    private static ObjectNode result(final RuleResult result) {
        final ObjectNode json = object();
        json.set("rule", rule(result.rule()));
        json.put("outcome", result.outcome().name());
        json.put("found", result.found());
        final ArrayNode routes = json.putArray("routes");
        result.routes().forEach(route -> routes.add(route(route)));
        result.deviation().ifPresent(deviation -> json.set("deviation", deviation(deviation)));
        return json;
    }

    private static ObjectNode rule(final Rule rule) {
        final ObjectNode json = object();
        json.put("id", rule.id());
        json.put("level", rule.level().name());
        json.put("since", rule.since());
        json.put("group", rule.group().name());
        json.put("concerns", rule.concerns().name());
        json.put("sentence", rule.sentence());
        json.put("why", rule.why());
        json.put("lookAt", rule.lookAt());
        return json;
    }

    private static ObjectNode route(final RouteResult result) {
        final ObjectNode json = object();
        json.put("route", result.route().name());
        json.put("outcome", result.outcome().name());
        json.put("found", result.found());
        json.put("took", result.took().toString());
        final ArrayNode evidence = json.putArray("evidence");
        result.evidence()
                .forEach(exchange ->
                        evidence.addObject().put("request", exchange.request()).put("answer", exchange.answer()));
        return json;
    }

    private static ObjectNode deviation(final Deviation deviation) {
        final ObjectNode json = object();
        json.put("rule", deviation.rule());
        json.put("reason", deviation.reason());
        json.put("link", deviation.link().toString());
        json.put("since", deviation.since().toString());
        return json;
    }

    /** In the order of the constants: sets have none, and the same run shall give the same file. */
    private static <E extends Enum<E>> void names(final ArrayNode array, final Collection<E> constants) {
        constants.stream().sorted().forEach(constant -> array.add(constant.name()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
