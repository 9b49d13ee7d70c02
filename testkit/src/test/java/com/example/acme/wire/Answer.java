package com.example.acme.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.http.CarrierWord;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every answer, good or not.
 *
 * @param success whether it is good
 * @param code the error code, only where it is not good
 * @param retryIn seconds to wait, only with the code {@code SLOW_DOWN}
 * @param data what was asked for, only where it is good
 * @param <T> what was asked for
 */
public record Answer<T>(
        @JsonProperty(value = "success", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Boolean success,

        @JsonProperty("code") @JsonDeserialize(using = CarrierWord.class) @Nullable
        String code,

        @JsonProperty("retry_in") @Nullable Long retryIn,
        @JsonProperty("data") @Nullable T data) {}
