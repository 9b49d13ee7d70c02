package dev.anycarrier.benchmarks.start;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.anycarrier.benchmarks.Processes;
import feign.Client;
import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import feign.hc5.ApacheHttp5Client;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** Clients of the three carriers as somebody writes them who has no library for it: Feign, HC5, Jackson, no guarantees. */
final class HandWiredClients {

    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final int CONNECTIONS = 32;

    private HandWiredClients() {}

    interface Airalo {
        @RequestLine("GET /v2/sims/{iccid}/usage")
        @Headers({"Accept: application/json", "Authorization: Bearer {token}"})
        Balance usage(@Param("iccid") String iccid, @Param("token") String token);
    }

    interface PressOne {
        @RequestLine("GET /cusomter/v2/sims/{iccid}/usage")
        @Headers({"Accept: application/json", "Authorization: Bearer {token}"})
        Balance usage(@Param("iccid") String iccid, @Param("token") String token);
    }

    interface Onomondo {
        @RequestLine("GET /usage/{sim}")
        @Headers({"Accept: application/json", "Authorization: {key}"})
        Page usage(@Param("sim") String sim, @Param("key") String key, @QueryMap Map<String, Object> parameters);

        @RequestLine("GET /sims/{sim}")
        @Headers({"Accept: application/json", "Authorization: {key}"})
        Sim sim(@Param("sim") String sim, @Param("key") String key);
    }

    record Balance(@JsonProperty("data") Data data) {}

    record Data(
            @JsonProperty("status") String status,
            @JsonProperty("is_unlimited") boolean unlimited,
            @JsonProperty("expired_at") String expiredAt,
            @JsonProperty("total") long total,
            @JsonProperty("remaining") long remaining) {}

    record Page(@JsonProperty("usage") List<Increment> usage) {}

    record Increment(
            @JsonProperty("time") String time,
            @JsonProperty("bytes") long bytes) {}

    record Sim(@JsonProperty("data_limit") Map<String, Object> dataLimit) {}

    record Clients(Airalo airalo, PressOne pressOne, Onomondo onomondo) {}

    /** Wires them, and reports how long it took. */
    public static void main(final String... arguments) {
        final long started = System.nanoTime();
        final ObjectMapper mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        final Client http = new ApacheHttp5Client(HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .build())
                .build());
        final Clients clients = new Clients(
                client(Airalo.class, "https://partners-api.airalo.com", http, mapper),
                client(PressOne.class, "https://api.pressone.example", http, mapper),
                client(Onomondo.class, "https://api.onomondo.com", http, mapper));
        final long ready = System.nanoTime();
        if (clients.toString().isEmpty()) {
            throw new IllegalStateException("three clients were to be wired");
        }
        Processes.report(ThreeCarriers.READY, (ready - started) / NANOS_PER_MILLI);
    }

    private static <T> T client(
            final Class<T> api, final String address, final Client http, final ObjectMapper mapper) {
        return Feign.builder()
                .client(http)
                .encoder(new JacksonEncoder(mapper))
                .decoder(new JacksonDecoder(mapper))
                .target(api, address);
    }
}
