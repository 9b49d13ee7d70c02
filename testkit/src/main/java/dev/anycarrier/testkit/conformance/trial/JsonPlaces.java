package dev.anycarrier.testkit.conformance.trial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds every value in a JSON document. */
public final class JsonPlaces {

    private static final JsonFactory JSON = new JsonFactory();

    private final String document;
    private final JsonParser parser;
    private final List<JsonPlace> found = new ArrayList<>();

    private JsonPlaces(final String document, final JsonParser parser) {
        this.document = document;
        this.parser = parser;
    }

    /** Every value but the document itself, in the order of the text; none if the text is no JSON. */
    public static List<JsonPlace> of(final String document) {
        try (JsonParser parser = JSON.createParser(document)) {
            final JsonPlaces places = new JsonPlaces(document, parser);
            if (parser.nextToken() == null) {
                return List.of();
            }
            places.read("", -1);
            return places.found.stream()
                    .filter(place -> !place.path().isEmpty())
                    .toList();
        } catch (final IOException e) {
            return List.of();
        }
    }

    private void read(final String path, final int entry) throws IOException {
        final JsonToken token = parser.currentToken();
        final int start = position();
        final int index = found.size();
        final String text;
        if (token == JsonToken.START_OBJECT) {
            readFields(path);
            text = "";
        } else if (token == JsonToken.START_ARRAY) {
            readElements(path);
            text = "";
        } else {
            text = parser.getText();
        }
        found.add(index, new JsonPlace(document, path, token, text, entry, start, end(token, start, text)));
    }

    private void readFields(final String path) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final String name = parser.currentName();
            final int entry = position();
            parser.nextToken();
            read(path.isEmpty() ? name : path + "." + name, entry);
        }
    }

    private void readElements(final String path) throws IOException {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            read(path + "[" + index + "]", -1);
        }
    }

    /** A number ends with its digits, wherever the parser has to look to know. */
    private int end(final JsonToken token, final int start, final String text) throws IOException {
        if (token.isScalarValue() && token != JsonToken.VALUE_STRING) {
            return start + text.length();
        }
        parser.finishToken();
        return (int) parser.currentLocation().getCharOffset();
    }

    private int position() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }
}
