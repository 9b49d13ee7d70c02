package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.spi.UsageException.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRecordsTest {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record IgnoringUnknown(@JsonProperty("a") @Nullable String a) {}

    record WithAlias(
            @JsonProperty("a") @JsonAlias("b") @Nullable String a) {}

    record WithoutName(@Nullable String a) {}

    record NullableThoughRequired(
            @JsonProperty(value = "a", required = true) @Nullable
            String a) {}

    record NeverNullThoughOptional(
            @JsonProperty("a") @JsonSetter(nulls = Nulls.FAIL)
            String a) {}

    record WithEmptyForNull(
            @JsonProperty("a") @JsonSetter(nulls = Nulls.AS_EMPTY)
            String a) {}

    record WithPrimitive(@JsonProperty("a") long a) {}

    record WithUntunedDecimal(@JsonProperty("a") @Nullable BigDecimal a) {}

    record WithInteger(@JsonProperty("a") @Nullable Integer a) {}

    record WithTree(@JsonProperty("a") @Nullable JsonNode a) {}

    record WithMap(@JsonProperty("a") @Nullable Map<String, String> a) {}

    record WithTexts(@JsonProperty("a") @Nullable List<String> a) {}

    record WithItself(@JsonProperty("a") @Nullable WithItself a) {}

    record WithOther(@JsonProperty("a") @Nullable IgnoringUnknown a) {}

    record WithSecondConstructor(
            @JsonProperty("a") @Nullable String a) {
        @JsonCreator
        WithSecondConstructor() {
            this("");
        }
    }

    record WithGetter(@JsonProperty("a") @Nullable String a) {
        List<String> getMore() {
            return List.of();
        }
    }

    record WithFactory(@JsonProperty("a") @Nullable String a) {
        @JsonCreator
        static WithFactory of(final String a) {
            return new WithFactory(a);
        }
    }

    record WithOtherDeserializer(
            @JsonProperty("a") @JsonDeserialize(using = CarrierWord.class, as = String.class) @Nullable
            String a) {}

    record WithBackslash(@JsonProperty("a\\b") @Nullable String a) {}

    record Twice(
            @JsonProperty("a") @Nullable String a,
            @JsonProperty("a") @Nullable String b) {}

    record Generic<T>(@JsonProperty("a") @Nullable T a) {}

    record Refusing(@JsonProperty("a") @Nullable String a) {
        Refusing {
            if ("no".equals(a)) {
                throw new IllegalArgumentException("no");
            }
        }
    }

    static final class NoRecord {}

    @Test
    void a_record_of_plain_components_is_plain() {
        assertThat(PlainRecords.reader(PlainWire.class)).isPresent();
        assertThat(PlainRecords.reader(PlainWire.Part.class)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IgnoringUnknown.class,
                WithAlias.class,
                WithoutName.class,
                NullableThoughRequired.class,
                NeverNullThoughOptional.class,
                WithEmptyForNull.class,
                WithPrimitive.class,
                WithUntunedDecimal.class,
                WithInteger.class,
                WithTree.class,
                WithMap.class,
                WithTexts.class,
                WithItself.class,
                WithOther.class,
                WithSecondConstructor.class,
                WithGetter.class,
                WithFactory.class,
                WithOtherDeserializer.class,
                WithBackslash.class,
                Twice.class,
                Generic.class,
                NoRecord.class
            })
    void whatever_Jackson_heeds_besides_is_Jacksons(final Class<?> type) {
        assertThat(PlainRecords.reader(type)).isEmpty();
    }

    @Test
    void what_the_record_itself_refuses_is_refused_as_by_Jackson() {
        assertThat(Answers.read("{\"a\":\"yes\"}", Refusing.class)).isEqualTo(new Refusing("yes"));
        assertThat(Answers.refusal("{\"a\":\"no\"}", Refusing.class).kind()).isEqualTo(Kind.INVALID_DATA);
    }
}
