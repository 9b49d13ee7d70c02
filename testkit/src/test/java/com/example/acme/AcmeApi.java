package com.example.acme;

import com.example.acme.wire.Answer;
import com.example.acme.wire.EventPage;
import com.example.acme.wire.OrderPackages;
import dev.anycarrier.usage.RawJson;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** The requests of Acme's order API that are about usage. */
@Headers("Accept: application/json")
interface AcmeApi {

    @RequestLine("GET /v1/orders/{order}/packages")
    Answer<OrderPackages> packages(@Param("order") String order);

    /** Times are epoch seconds, {@code until} excluded; {@code order} and {@code country} may be left out. */
    @RequestLine("GET /v1/events?from={from}&until={until}&page={page}&order={order}&country={country}")
    Answer<EventPage> events(
            @Param("from") long from,
            @Param("until") long until,
            @Param("page") int page,
            @Param("order") @Nullable String order,
            @Param("country") @Nullable String country);

    /** As {@link #events}. */
    @RequestLine("GET /v1/hours?from={from}&until={until}&page={page}&order={order}&country={country}")
    RawJson hours(
            @Param("from") long from,
            @Param("until") long until,
            @Param("page") int page,
            @Param("order") @Nullable String order,
            @Param("country") @Nullable String country);

    @RequestLine("GET /v1/fleets/{fleet}")
    RawJson fleet(@Param("fleet") String fleet);
}
