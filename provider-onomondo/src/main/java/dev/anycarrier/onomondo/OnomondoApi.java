package dev.anycarrier.onomondo;

import dev.anycarrier.onomondo.wire.Sim;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.usage.RawJson;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;

/**
 * Onomondo's API, as far as it is about usage. What goes into a path is a validated identifier, since Feign leaves a
 * slash in it as it is; {@link UsageParameters} makes the queries, {@link UsagePage} reads the long answers.
 */
@Headers("Accept: application/json")
interface OnomondoApi {

    @RequestLine("GET /usage")
    HttpResponse accountUsage(@QueryMap Map<String, Object> parameters);

    @RequestLine("GET /usage/{sim}")
    HttpResponse simUsage(@Param("sim") String sim, @QueryMap Map<String, Object> parameters);

    @RequestLine("GET /usage")
    RawJson accountUsageByHour(@QueryMap Map<String, Object> parameters);

    @RequestLine("GET /usage/{sim}")
    RawJson simUsageByHour(@Param("sim") String sim, @QueryMap Map<String, Object> parameters);

    @RequestLine("GET /usage/tag-total/{tag}")
    RawJson tagTotal(@Param("tag") String tag);

    @RequestLine("GET /sims/{sim}")
    Sim sim(@Param("sim") String sim);
}
