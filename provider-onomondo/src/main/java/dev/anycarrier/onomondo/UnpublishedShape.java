package dev.anycarrier.onomondo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.http.CarrierTime;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.http.StrictJson;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.RawJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What can be recognised in JSON whose shape Onomondo does not publish, by the names its records use. */
final class UnpublishedShape {

    private UnpublishedShape() {}

    /**
     * The document as a tree.
     *
     * @throws UsageException {@code INVALID_DATA} if it is one of the carrier's errors, sent as a success
     */
    static JsonNode read(final RawJson document) {
        final JsonNode tree = StrictJson.tree(document);
        if (tree.hasNonNull("error")) {
            throw InvalidData.of("the answer is an error with the status of a success");
        }
        return tree;
    }

    /** An amount: {@code bytes}, if it is an integer that fits. */
    static Optional<Quantity> bytes(final JsonNode object) {
        final JsonNode bytes = object.path("bytes");
        return bytes.isIntegralNumber() && bytes.canConvertToLong() && bytes.longValue() >= 0
                ? Optional.of(Quantity.bytes(bytes.longValue()))
                : Optional.empty();
    }

    /** The start of an hour: {@code hour} or {@code time}, written as in records or as an instant, on the hour. */
    static Optional<Instant> hour(final JsonNode object) {
        return text(object, "hour").or(() -> text(object, "time")).flatMap(UnpublishedShape::hour);
    }

    static Optional<String> text(final JsonNode object, final String field) {
        return Optional.ofNullable(object.path(field).textValue());
    }

    private static Optional<Instant> hour(final String text) {
        return instant(text).filter(time -> time.equals(time.truncatedTo(ChronoUnit.HOURS)));
    }

    private static Optional<Instant> instant(final String text) {
        try {
            return Optional.of(text.indexOf('T') < 0 ? CarrierTime.utc("hour", text) : Instant.parse(text));
        } catch (final UsageException | DateTimeException notRecognised) {
            return Optional.empty();
        }
    }
}
