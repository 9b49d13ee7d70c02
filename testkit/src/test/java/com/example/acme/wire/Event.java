package com.example.acme.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.http.NumberOrText;
import java.math.BigDecimal;

/**
 * One event: a call, a text, or some data.
 *
 * @param id the event
 * @param order whose
 * @param service {@code data}, {@code voice} or {@code sms}
 * @param used how much, a decimal text
 * @param unit what it is counted in
 * @param at when, in epoch seconds
 * @param country two letters
 * @param plmn the mobile country code and the mobile network code in one text
 */
public record Event(
        @JsonProperty(value = "id", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String id,

        @JsonProperty(value = "order", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String order,

        @JsonProperty(value = "service", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String service,

        @JsonProperty(value = "used", required = true)
        @JsonSetter(nulls = Nulls.FAIL)
        @JsonDeserialize(using = NumberOrText.class)
        BigDecimal used,

        @JsonProperty(value = "unit", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String unit,

        @JsonProperty(value = "at", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Long at,

        @JsonProperty(value = "country", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String country,

        @JsonProperty(value = "plmn", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String plmn) {}
