package dev.anycarrier.simulation.fault;

import dev.anycarrier.spi.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything that somebody could come to read of an exception: logged, dumped field by field, or serialised. */
final class ShownTexts {

    private ShownTexts() {}

    /** All texts of it, one after the other. */
    static String of(final UsageException failure) {
        final List<String> texts = new ArrayList<>();
        final StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        texts.add(trace.toString());
        texts.add(serialised(failure));
        try {
            for (final Method method : UsageException.class.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && Modifier.isPublic(method.getModifiers())) {
                    texts.add(String.valueOf(method.invoke(failure)));
                }
            }
            for (final Field field : UsageException.class.getDeclaredFields()) {
                field.setAccessible(true);
                texts.add(field.getName() + "=" + field.get(failure));
            }
        } catch (final ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
        texts.add(String.valueOf(failure.getCause()));
        texts.add(List.of(failure.getSuppressed()).toString());
        return String.join("\n", texts);
    }

    private static String serialised(final UsageException failure) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
