package dev.anycarrier.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads an array as a list.
 *
 * @param element what each element is read by
 */
record ListReader(ValueReader element) implements ValueReader {

    @Override
    public Object read(final JsonScanner json) {
        final List<Object> values = new ArrayList<>();
        json.beginArray();
        while (json.nextElement()) {
            values.add(element.read(json));
        }
        return values;
    }
}
