package dev.anycarrier.onomondo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page is.
 *
 * @param nextPage the cursor of the next page; absent on the last one
 * @param hasMore whether there is a next page
 */
public record Pagination(
        @JsonProperty("next_page") @Nullable String nextPage,

        @JsonProperty(value = "has_more", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Boolean hasMore) {}
