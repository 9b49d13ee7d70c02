package dev.anycarrier.onomondo.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /sims/{id}}, of which the data limit alone is known. The other components are what would tell
 * that the answer is about another SIM, or about none.
 *
 * @param id the carrier's identifier of the SIM, if that is what it is
 * @param iccid the ICCID
 * @param error the code of an error
 * @param dataLimit the data limit; absent where none is set
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Sim(
        @JsonProperty("id") @Nullable JsonNode id,
        @JsonProperty("iccid") @Nullable JsonNode iccid,
        @JsonProperty("error") @Nullable JsonNode error,
        @JsonProperty("data_limit") @Nullable DataLimit dataLimit) {}
