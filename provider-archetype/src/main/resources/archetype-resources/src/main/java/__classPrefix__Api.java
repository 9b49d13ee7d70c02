package ${package};

import ${package}.wire.UsageAnswer;
import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** The requests that are about usage. */
interface ${classPrefix}Api {

    @RequestLine("GET /v1/sims/{iccid}/usage")
    @Headers("Accept: application/json")
    UsageAnswer usage(@Param("iccid") String iccid);
}
