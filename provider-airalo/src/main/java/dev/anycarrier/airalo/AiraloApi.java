package dev.anycarrier.airalo;

import dev.anycarrier.airalo.wire.UsageAnswer;
import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** The requests of Airalo's Partners API that are about usage. */
interface AiraloApi {

    /** "Get usage (data, text &amp; voice)". */
    @RequestLine("GET /v2/sims/{iccid}/usage")
    @Headers("Accept: application/json")
    UsageAnswer usage(@Param("iccid") String iccid);
}
