package dev.anycarrier.testkit.conformance.vector;

import static dev.anycarrier.testkit.conformance.vector.VectorReader.requirePositive;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One change of a body. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BodyChange.Literal.class, name = "literal"),
    @JsonSubTypes.Type(value = BodyChange.Keep.class, name = "keep"),
    @JsonSubTypes.Type(value = BodyChange.Prepend.class, name = "prepend"),
    @JsonSubTypes.Type(value = BodyChange.Append.class, name = "append"),
    @JsonSubTypes.Type(value = BodyChange.Twice.class, name = "twice"),
    @JsonSubTypes.Type(value = BodyChange.Field.class, name = "field"),
    @JsonSubTypes.Type(value = BodyChange.CollidingNames.class, name = "colliding-names"),
    @JsonSubTypes.Type(value = BodyChange.NotUtf8.class, name = "not-utf-8"),
    @JsonSubTypes.Type(value = BodyChange.Reshape.class, name = "reshape"),
    @JsonSubTypes.Type(value = BodyChange.Encode.class, name = "encode"),
    @JsonSubTypes.Type(value = BodyChange.Blanks.class, name = "blanks"),
    @JsonSubTypes.Type(value = BodyChange.Gzip.class, name = "gzip"),
    @JsonSubTypes.Type(value = BodyChange.Flip.class, name = "flip")
})
public sealed interface BodyChange {

    /**
     * Another body.
     *
     * @param text the body
     */
    record Literal(String text) implements BodyChange {

        /** Checks that there is a text. */
        public Literal {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Cuts the end off.
     *
     * @param percent how much is kept
     * @param butBytes how many bytes are missing of that
     */
    record Keep(int percent, int butBytes) implements BodyChange {

        /** Checks that something is kept. */
        public Keep {
            requirePositive("percent", percent);
        }
    }

    /**
     * Puts something before it.
     *
     * @param text what
     */
    record Prepend(String text) implements BodyChange {

        /** Checks that there is a text. */
        public Prepend {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Puts something behind it.
     *
     * @param text what
     */
    record Append(String text) implements BodyChange {

        /** Checks that there is a text. */
        public Append {
            Objects.requireNonNull(text, "text");
        }
    }

    /** The same again behind it. */
    record Twice() implements BodyChange {}

    /**
     * A field that nobody knows, at the beginning of the first object.
     *
     * @param open what begins its value
     * @param times how often that is written
     * @param middle what stands in the middle
     * @param close what ends it, written as often
     */
    record Field(
            String open, int times, String middle, @Nullable String close) implements BodyChange {

        /** Checks that there is a value; what begins it is written once at least. */
        public Field {
            Objects.requireNonNull(open, "open");
            Objects.requireNonNull(middle, "middle");
            times = Math.max(1, times);
        }
    }

    /**
     * A field that nobody knows, with an object whose names all have the same hash.
     *
     * @param count how many names
     */
    record CollidingNames(int count) implements BodyChange {

        /** Checks that there are names. */
        public CollidingNames {
            requirePositive("count", count);
        }
    }

    /** A field that nobody knows, with a text of bytes that are not UTF-8. */
    record NotUtf8() implements BodyChange {}

    /**
     * Valid JSON of another shape.
     *
     * @param how which
     */
    record Reshape(Shape how) implements BodyChange {

        /** Checks that there is a shape. */
        public Reshape {
            Objects.requireNonNull(how, "how");
        }
    }

    /**
     * Other bytes for the same characters.
     *
     * @param charset the character encoding by its name
     */
    record Encode(String charset) implements BodyChange {

        /** Checks that there is a charset. */
        public Encode {
            Objects.requireNonNull(charset, "charset");
        }
    }

    /**
     * Nothing but blanks.
     *
     * @param bytes how many
     */
    record Blanks(int bytes) implements BodyChange {

        /** Checks that there are blanks. */
        public Blanks {
            requirePositive("bytes", bytes);
        }
    }

    /** Compresses it. The header is another matter. */
    record Gzip() implements BodyChange {}

    /**
     * Turns one bit around.
     *
     * @param fromEnd in which byte, counted from the end: 1 is the last
     */
    record Flip(int fromEnd) implements BodyChange {

        /** Checks that it is a byte. */
        public Flip {
            requirePositive("from-end", fromEnd);
        }
    }

    /** Another shape of the same JSON. */
    enum Shape {
        /** A list of one document. */
        @JsonProperty("whole-in-array")
        WHOLE_IN_ARRAY,
        /** A text that holds the document. */
        @JsonProperty("whole-in-text")
        WHOLE_IN_TEXT,
        /** Null in place of each text, number and flag. */
        @JsonProperty("each-value-null")
        EACH_VALUE_NULL,
        /** An empty text in place of each text, number and flag. */
        @JsonProperty("each-value-empty")
        EACH_VALUE_EMPTY,
        /** A list of one in place of each text, number and flag. */
        @JsonProperty("each-value-in-array")
        EACH_VALUE_IN_ARRAY,
        /** An empty object in place of each text, number and flag. */
        @JsonProperty("each-value-an-object")
        EACH_VALUE_AN_OBJECT,
        /** A list of one in place of each object. */
        @JsonProperty("each-object-in-array")
        EACH_OBJECT_IN_ARRAY,
        /** Null in place of each text. */
        @JsonProperty("each-text-null")
        EACH_TEXT_NULL,
        /** An empty text in place of each text. */
        @JsonProperty("each-text-empty")
        EACH_TEXT_EMPTY,
        /** A line break in each text. */
        @JsonProperty("each-text-broken")
        EACH_TEXT_BROKEN,
        /** A text of 100 kB in place of each text. */
        @JsonProperty("each-text-endless")
        EACH_TEXT_ENDLESS,
        /** 0 in place of each number. */
        @JsonProperty("each-number-zero")
        EACH_NUMBER_ZERO,
        /** -1 in place of each number. */
        @JsonProperty("each-number-negative")
        EACH_NUMBER_NEGATIVE,
        /** A text in place of each number. */
        @JsonProperty("each-number-a-text")
        EACH_NUMBER_A_TEXT,
        /** 10^18 in place of each number. */
        @JsonProperty("each-number-huge")
        EACH_NUMBER_HUGE,
        /** No field that holds a number. */
        @JsonProperty("no-numbers")
        NO_NUMBERS
    }
}
