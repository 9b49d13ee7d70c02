package dev.anycarrier.engine.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.usage.SimId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** An entry and the key of its account as one line of ASCII JSON, and back. Stateless. */
final class EntryCodec {

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EntryCodec() {}

    static String write(final String account, final StateEntry entry) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("account", account);
            write(json, entry);
            json.writeEndObject();
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** What every line of an account begins with, and no line of another. */
    static String start(final String account) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeString(account);
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "{\"account\":" + text + ",";
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is none; the message says why and repeats nothing of it
     */
    static Line read(final byte[] bytes, final int offset) {
        final JsonNode tree;
        try {
            tree = MAPPER.readTree(bytes, offset, bytes.length - offset);
        } catch (final JsonProcessingException unreadable) {
            throw new IllegalArgumentException("it is no valid JSON");
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        final Fields fields = Fields.of(tree, "the entry");
        final Line line = new Line(fields.text("account"), entry(fields));
        fields.end();
        return line;
    }

    private static void write(final JsonGenerator json, final StateEntry entry) throws IOException {
        if (entry instanceof StateEntry.Reserved reserved) {
            json.writeStringField("entry", "reserved");
            json.writeStringField("permit", reserved.permit());
            json.writeBooleanField("token", reserved.token());
            writeSim(json, reserved.sim());
            json.writeStringField("latest", reserved.latest().toString());
        } else if (entry instanceof StateEntry.Sent sent) {
            json.writeStringField("entry", "sent");
            json.writeStringField("permit", sent.permit());
            json.writeStringField("at", sent.at().toString());
        } else if (entry instanceof StateEntry.Released released) {
            json.writeStringField("entry", "released");
            json.writeStringField("permit", released.permit());
            json.writeBooleanField("forSimOnly", released.forSimOnly());
        } else if (entry instanceof StateEntry.Held held) {
            json.writeStringField("entry", "held");
            json.writeStringField("scope", held.scope().name());
            writeSim(json, held.sim());
            json.writeStringField("from", held.from().toString());
            json.writeStringField("until", held.until().toString());
        } else if (entry instanceof StateEntry.Value value) {
            json.writeStringField("entry", "value");
            new ReportWriter(json).write(value.report());
        } else {
            throw new AssertionError(entry.getClass());
        }
    }

    private static StateEntry entry(final Fields fields) {
        return switch (fields.text("entry")) {
            case "reserved" ->
                new StateEntry.Reserved(
                        fields.text("permit"), fields.flag("token"), sim(fields), fields.instant("latest"));
            case "sent" -> new StateEntry.Sent(fields.text("permit"), fields.instant("at"));
            case "released" -> new StateEntry.Released(fields.text("permit"), fields.flag("forSimOnly"));
            case "held" ->
                new StateEntry.Held(
                        fields.word("scope", LimitScope.class),
                        sim(fields),
                        fields.instant("from"),
                        fields.instant("until"));
            case "value" -> new StateEntry.Value(ReportReader.read(fields));
            default -> throw new IllegalArgumentException("entry is not a word that this version knows");
        };
    }

    private static void writeSim(final JsonGenerator json, final Optional<SimId> sim) throws IOException {
        if (sim.isPresent()) {
            json.writeStringField("sim", SimIdText.of(sim.get()));
        }
    }

    private static Optional<SimId> sim(final Fields fields) {
        return fields.optionalText("sim").map(SimIdText::read);
    }

    /** An entry and whose it is. */
    record Line(String account, StateEntry entry) {}
}
