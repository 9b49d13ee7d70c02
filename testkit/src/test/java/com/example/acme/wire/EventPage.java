package com.example.acme.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * What {@code GET /v1/events} is about.
 *
 * @param page the number of this page, from 1
 * @param pages how many there are
 * @param events the events on this page, oldest first
 */
public record EventPage(
        @JsonProperty(value = "page", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Integer page,

        @JsonProperty(value = "pages", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Integer pages,

        @JsonProperty(value = "events", required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
        List<Event> events) {}
