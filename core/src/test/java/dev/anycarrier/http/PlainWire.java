package dev.anycarrier.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wire type of every plain kind of component. */
record PlainWire(
        @JsonProperty(value = "data", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Data data,

        @JsonProperty("more") @Nullable List<Part> more) {

    record Data(
            @JsonProperty(value = "status", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = CarrierWord.class)
            String status,

            @JsonProperty("unlimited") @Nullable Boolean unlimited,
            @JsonProperty("text") @Nullable String text,

            @JsonProperty(value = "total", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = NumberOrText.class)
            BigDecimal total,

            @JsonProperty("left") @JsonDeserialize(using = NumberOrText.class) @Nullable
            BigDecimal left) {}

    record Part(
            @JsonProperty(value = "id", required = true) @JsonSetter(nulls = Nulls.FAIL)
            String id,

            @JsonProperty("bytes") @Nullable Long bytes) {}
}
