package dev.anycarrier.testkit.fault;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** The one request of the made-up carrier. */
interface TinyApi {

    @RequestLine("GET /sims/{sim}/usage")
    @Headers("Accept: application/json")
    TinyAnswer usage(@Param("sim") String sim);
}
