package dev.anycarrier.http;

import java.lang.reflect.Constructor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object as a wire record.
 *
 * @param names the names of its fields
 * @param components what they are read by, in the order of the names and of the constructor's parameters
 * @param constructor makes it of its components, of which those that were absent or null are null
 */
record RecordReader(JsonNames names, List<ValueReader> components, Constructor<?> constructor) implements ValueReader {

    @Override
    public Object read(final JsonScanner json) {
        final @Nullable Object[] values = new @Nullable Object[components.size()];
        json.beginObject(names);
        for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
            if (field == JsonScanner.UNKNOWN) {
                json.skip();
            } else if (!json.isNull()) {
                values[field] = components.get(field).read(json);
            }
        }
        try {
            return constructor.newInstance(values);
        } catch (final ReflectiveOperationException refused) {
            throw json.invalid("is refused by the record that it is read as");
        }
    }
}
