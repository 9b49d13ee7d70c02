package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.page.Markup.element;
import static dev.anycarrier.testkit.page.Markup.text;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.RateLimitHeaders.ResetMeaning;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.testkit.conformance.result.Subject;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.util.ArrayList;
import java.util.List;

/** What the provider can do, as it says itself. */
final class SubjectSection {

    private SubjectSection() {}

    static Element of(final Subject subject) {
        final List<Markup> facts = new ArrayList<>();
        facts.addAll(fact(
                "Can be asked",
                subject.capabilities().isEmpty()
                        ? text("unknown: no account could be opened")
                        : capabilities(subject)));
        subject.descriptor().ifPresent(descriptor -> facts.addAll(described(descriptor)));
        facts.addAll(fact("Settings", settings(subject.settings())));
        return element(
                "section",
                element("h2", "What the provider can do"),
                element("dl").holding(facts));
    }

    private static Markup capabilities(final Subject subject) {
        final List<String> lacking = new ArrayList<>();
        for (final Capability capability : Capability.values()) {
            if (!subject.capabilities().contains(capability)) {
                lacking.add(Words.name(capability));
            }
        }
        return text(
                Words.names(subject.capabilities()) + (lacking.isEmpty() ? "" : "; not " + String.join(", ", lacking)));
    }

    private static List<Markup> described(final ProviderDescriptor descriptor) {
        final List<Markup> facts = new ArrayList<>();
        facts.addAll(fact("Services", text(Words.names(descriptor.services()))));
        facts.addAll(fact("A SIM is named by", text(Words.names(descriptor.identifiers()))));
        facts.addAll(fact("Limits", limits(descriptor)));
        facts.addAll(fact("Cache time", text(cacheTime(descriptor))));
        facts.addAll(fact("Minimum interval", text(minimumInterval(descriptor))));
        facts.addAll(fact(
                "Limit headers",
                text(descriptor
                        .rateLimitHeaders()
                        .map(SubjectSection::headers)
                        .orElse("none declared; such headers are ignored"))));
        return facts;
    }

    static String cacheTime(final ProviderDescriptor descriptor) {
        return descriptor
                .carrierCacheTime()
                .map(time -> "the carrier's values may be " + Words.exactly(time) + " old")
                .orElse("the carrier does not say how old its values may be");
    }

    private static String minimumInterval(final ProviderDescriptor descriptor) {
        return descriptor.minimumInterval().isZero()
                ? "none; asking about a SIM again may teach something new at any time"
                : "asking about a SIM again within " + Words.exactly(descriptor.minimumInterval())
                        + " teaches nothing new";
    }

    static Markup limits(final ProviderDescriptor descriptor) {
        if (descriptor.limits().isEmpty()) {
            return text("none declared");
        }
        return element("ul")
                .as("plain")
                .holding(descriptor.limits().stream()
                        .map(limit -> element("li", Words.limit(limit)))
                        .toList());
    }

    private static String headers(final RateLimitHeaders headers) {
        return headers.limit() + ", " + headers.remaining() + " and " + headers.reset() + " ("
                + (headers.resetMeaning() == ResetMeaning.EPOCH_SECONDS ? "a time since 1970" : "time to go")
                + ", in seconds), " + Words.scope(headers.scope());
    }

    private static Markup settings(final List<Setting<?>> settings) {
        if (settings.isEmpty()) {
            return text("none of its own");
        }
        return element("ul")
                .as("plain settings")
                .holding(settings.stream().map(SubjectSection::setting).toList());
    }

    private static Element setting(final Setting<?> setting) {
        final Element item = element("li", element("code", setting.name()), text(" "));
        return (setting.isSecret()
                        ? item.holding(element("span", "secret").as("secret"))
                        : item.holding(element("span", setting.type()).as("quiet")))
                .holding(element("span", ", " + need(setting)).as("quiet"), element("br"), text(setting.description()));
    }

    private static String need(final Setting<?> setting) {
        if (!setting.isRequired()) {
            return "may be absent";
        }
        return setting.defaultText()
                .map(text -> setting.isSecret() ? "has a default" : "else " + text)
                .orElse("required");
    }

    static List<Markup> fact(final String term, final Markup description) {
        return List.of(element("dt", term), element("dd", description));
    }
}
