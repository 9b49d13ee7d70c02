package dev.anycarrier.onomondo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.TagUsage;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.RawJson;
import dev.anycarrier.usage.TagTotal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Totals by tag: {@code GET /usage/tag-total/{tag}}. The shape of the answer is published nowhere. An integer named
 * {@code bytes}, at the top or inside {@code usage} or {@code data}, is taken as the total; anything else is left to the
 * reader of {@link TagTotal#raw()}. The carrier takes no window here and states none, so the period is empty.
 */
final class OnomondoTags implements TagUsage {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final OnomondoApi api;

    OnomondoTags(final OnomondoApi api) {
        this.api = api;
    }

    @Override
    public TagTotal total(final String tag) {
        if (!UUID.matcher(tag).matches()) {
            throw UsageException.of(
                            Kind.REJECTED_INPUT,
                            "a tag of Onomondo is a uuid, such as 036eb4b3-4f6a-4a9a-b10c-6306ac5088a3")
                    .build();
        }
        final RawJson answer = api.tagTotal(tag);
        return new TagTotal(tag, bytes(UnpublishedShape.read(answer)), Optional.empty(), answer);
    }

    private static Optional<Quantity> bytes(final JsonNode answer) {
        return Stream.of(answer, answer.path("usage"), answer.path("data"))
                .map(UnpublishedShape::bytes)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
