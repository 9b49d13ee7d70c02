package dev.anycarrier.pressone;

import dev.anycarrier.pressone.wire.UsageAnswer;
import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** The requests of PressOne's API that are about usage, below the path of the setting {@code usage-path}. */
interface PressOneApi {

    /** "Get usage (data, text &amp; voice)". */
    @RequestLine("GET /sims/{iccid}/usage")
    @Headers("Accept: application/json")
    UsageAnswer usage(@Param("iccid") String iccid);
}
