package dev.anycarrier.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.Converter;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a wire type is a record of nothing but plain components: each a {@code @JsonProperty} with a name, either
 * required and never null or free to be absent, and a text, flag, whole number, {@link NumberOrText}, {@link CarrierWord},
 * such a record, or a list of these. Anything else is Jackson's, and so is a record that is not open to this module.
 */
final class PlainRecords {

    private static final String JACKSON = "com.fasterxml.jackson.";
    private static final int MOST_COMPONENTS = 64;
    private static final Set<Class<?>> UNDERSTOOD = Set.of(JsonProperty.class, JsonSetter.class, JsonDeserialize.class);

    private PlainRecords() {}

    /** A reader for the type, or empty if it is not that plain. */
    static Optional<ValueReader> reader(final Type type) {
        return reader(type, Set.of());
    }

    private static Optional<ValueReader> reader(final Type type, final Set<Type> around) {
        if (!(type instanceof Class<?> record) || !record.isRecord() || around.contains(type) || !isPlain(record)) {
            return Optional.empty();
        }
        final Set<Type> further =
                Stream.concat(around.stream(), Stream.of(type)).collect(Collectors.toSet());
        final List<String> names = new ArrayList<>();
        final List<String> required = new ArrayList<>();
        final List<ValueReader> readers = new ArrayList<>();
        for (final RecordComponent component : record.getRecordComponents()) {
            final Optional<ValueReader> reader = component(component, further);
            if (reader.isEmpty()) {
                return Optional.empty();
            }
            final JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
            names.add(property.value());
            if (property.required()) {
                required.add(property.value());
            }
            readers.add(reader.get());
        }
        try {
            final JsonNames known = JsonNames.of(names.toArray(String[]::new));
            return constructor(record)
                    .map(made -> new RecordReader(known.requiring(required.toArray(String[]::new)), readers, made));
        } catch (final IllegalArgumentException namesThatNeedMore) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(final Class<?> record) {
        final RecordComponent[] components = record.getRecordComponents();
        final Set<String> accessors =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        return components.length > 0
                && components.length <= MOST_COMPONENTS
                && record.getTypeParameters().length == 0
                && record.getDeclaredConstructors().length == 1
                && jackson(record).isEmpty()
                && jackson(record.getDeclaredConstructors()[0]).isEmpty()
                && Arrays.stream(record.getDeclaredMethods())
                        .filter(method -> method.getParameterCount() > 0 || !accessors.contains(method.getName()))
                        .noneMatch(PlainRecords::meansSomethingToJackson);
    }

    private static boolean meansSomethingToJackson(final Method method) {
        return !jackson(method).isEmpty()
                || method.getName().startsWith("get")
                || method.getName().startsWith("set")
                || method.getName().startsWith("is");
    }

    private static List<Class<? extends Annotation>> jackson(final AnnotatedElement element) {
        final List<Class<? extends Annotation>> types = new ArrayList<>();
        for (final Annotation annotation : element.getDeclaredAnnotations()) {
            if (annotation.annotationType().getName().startsWith(JACKSON)) {
                types.add(annotation.annotationType());
            }
        }
        return types;
    }

    private static Optional<ValueReader> component(final RecordComponent component, final Set<Type> around) {
        final Method accessor = component.getAccessor();
        final JsonProperty property = accessor.getAnnotation(JsonProperty.class);
        if (property == null
                || !UNDERSTOOD.containsAll(jackson(accessor))
                || !hasOnlyNameAndRequired(property)
                || !isPlain(accessor.getAnnotation(JsonSetter.class), property.required())) {
            return Optional.empty();
        }
        final JsonDeserialize deserialize = accessor.getAnnotation(JsonDeserialize.class);
        return deserialize == null
                ? ofType(component.getGenericType(), around)
                : using(deserialize, component.getType());
    }

    private static boolean hasOnlyNameAndRequired(final JsonProperty property) {
        return !property.value().isEmpty()
                && property.namespace().isEmpty()
                && property.defaultValue().isEmpty()
                && property.index() == JsonProperty.INDEX_UNKNOWN
                && property.access() == JsonProperty.Access.AUTO;
    }

    /** What is required is never null, and what is not may be. */
    private static boolean isPlain(final @Nullable JsonSetter setter, final boolean required) {
        final boolean neverNull = setter != null && setter.nulls() == Nulls.FAIL;
        final boolean nothingElse = setter == null
                || (neverNull
                        && setter.value().isEmpty()
                        && (setter.contentNulls() == Nulls.DEFAULT || setter.contentNulls() == Nulls.FAIL));
        return nothingElse && neverNull == required;
    }

    private static Optional<ValueReader> using(final JsonDeserialize deserialize, final Class<?> type) {
        final boolean nothingElse = deserialize.contentUsing() == JsonDeserializer.None.class
                && deserialize.keyUsing() == KeyDeserializer.None.class
                && deserialize.converter() == Converter.None.class
                && deserialize.contentConverter() == Converter.None.class
                && deserialize.builder() == Void.class
                && deserialize.as() == Void.class
                && deserialize.keyAs() == Void.class
                && deserialize.contentAs() == Void.class;
        if (nothingElse && deserialize.using() == NumberOrText.class && type == BigDecimal.class) {
            return Optional.of(ScalarReader.DECIMAL);
        }
        if (nothingElse && deserialize.using() == CarrierWord.class && type == String.class) {
            return Optional.of(ScalarReader.WORD);
        }
        return Optional.empty();
    }

    private static Optional<ValueReader> ofType(final Type type, final Set<Type> around) {
        if (type == String.class) {
            return Optional.of(ScalarReader.TEXT);
        }
        if (type == Boolean.class) {
            return Optional.of(ScalarReader.FLAG);
        }
        if (type == Long.class) {
            return Optional.of(ScalarReader.WHOLE_NUMBER);
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return reader(list.getActualTypeArguments()[0], around).map(ListReader::new);
        }
        return reader(type, around);
    }

    private static Optional<Constructor<?>> constructor(final Class<?> record) {
        try {
            final Constructor<?> constructor = record.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return Optional.of(constructor);
        } catch (final InaccessibleObjectException notOpen) {
            return Optional.empty();
        }
    }
}
