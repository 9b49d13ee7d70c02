package com.example.acme.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.http.CarrierWord;
import java.util.List;

/**
 * What {@code GET /v1/orders/{order}/packages} is about.
 *
 * @param order the number of the order
 * @param state the state of its SIM
 * @param asOf when the amounts were true, {@code yyyy-MM-ddTHH:mm:ss+0000}
 * @param packages what was bought under it
 */
public record OrderPackages(
        @JsonProperty(value = "order", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String order,

        @JsonProperty(value = "state", required = true)
        @JsonSetter(nulls = Nulls.FAIL)
        @JsonDeserialize(using = CarrierWord.class)
        String state,

        @JsonProperty(value = "as_of", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String asOf,

        @JsonProperty(value = "packages", required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
        List<PackageUse> packages) {}
