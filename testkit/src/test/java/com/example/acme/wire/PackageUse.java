package com.example.acme.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.http.CarrierWord;
import dev.anycarrier.http.NumberOrText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One package of an order.
 *
 * @param id the package
 * @param service {@code data}, {@code voice} or {@code sms}
 * @param state {@code waiting}, {@code open}, {@code spent} or {@code over}
 * @param unlimited whether there is no limit: then {@code granted} means nothing
 * @param granted how much, a decimal text; null where the package is paid by use
 * @param used how much of it is used, a decimal text
 * @param unit what both are counted in
 * @param begins the start of validity in epoch seconds, or null before first use
 * @param ends the end of validity in epoch seconds, or null before first use
 */
public record PackageUse(
        @JsonProperty(value = "id", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String id,

        @JsonProperty(value = "service", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String service,

        @JsonProperty(value = "state", required = true)
        @JsonSetter(nulls = Nulls.FAIL)
        @JsonDeserialize(using = CarrierWord.class)
        String state,

        @JsonProperty(value = "unlimited", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Boolean unlimited,

        @JsonProperty("granted") @JsonDeserialize(using = NumberOrText.class) @Nullable
        BigDecimal granted,

        @JsonProperty(value = "used", required = true)
        @JsonSetter(nulls = Nulls.FAIL)
        @JsonDeserialize(using = NumberOrText.class)
        BigDecimal used,

        @JsonProperty(value = "unit", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String unit,

        @JsonProperty("begins") @Nullable Long begins,
        @JsonProperty("ends") @Nullable Long ends) {}
