package dev.anycarrier.benchmarks.call;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** Airalo's usage as one writes it down for Feign by hand. */
interface UsageApi {

    /** Asks. */
    @RequestLine("GET /v2/sims/{iccid}/usage")
    @Headers("Accept: application/json")
    UsageBody usage(@Param("iccid") String iccid);
}
