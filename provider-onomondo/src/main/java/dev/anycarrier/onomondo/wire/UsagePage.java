package dev.anycarrier.onomondo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * An answer of {@code GET /usage} or {@code GET /usage/{sim}}.
 *
 * @param pagination where the next page is
 * @param usage the records
 */
public record UsagePage(
        @JsonProperty(value = "pagination", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Pagination pagination,

        @JsonProperty(value = "usage", required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
        List<UsageIncrement> usage) {}
