package dev.anycarrier.benchmarks.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.anycarrier.benchmarks.Iccids;
import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.hc5.ApacheHttp5Client;
import feign.jackson.JacksonDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** The same questions by a Feign client on HC5 as people write it, on as many threads as there are questions under way. */
final class FeignFork {

    private FeignFork() {}

    interface Airalo {
        @RequestLine("GET /v2/sims/{iccid}/usage")
        @Headers({"Accept: application/json", "Authorization: Bearer a-token-of-no-value"})
        Balance usage(@Param("iccid") String iccid);
    }

    record Balance(@JsonProperty("data") Data data) {}

    record Data(
            @JsonProperty("status") String status,
            @JsonProperty("is_unlimited") boolean unlimited,
            @JsonProperty("expired_at") String expiredAt,
            @JsonProperty("total") long total,
            @JsonProperty("remaining") long remaining,
            @JsonProperty("total_voice") long totalVoice,
            @JsonProperty("remaining_voice") long remainingVoice,
            @JsonProperty("total_text") long totalText,
            @JsonProperty("remaining_text") long remainingText) {}

    /** Asks; on virtual threads if the system property {@code threads} says so. */
    public static void main(final String... arguments) {
        final SweepLoad load = SweepLoad.parse(arguments);
        final StartedThreads threads = StartedThreads.named(System.getProperty("threads", "platform"));
        final Airalo airalo = Feign.builder()
                .client(new ApacheHttp5Client(HttpClients.custom()
                        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                                .setMaxConnPerRoute(load.inFlight())
                                .setMaxConnTotal(load.inFlight())
                                .build())
                        .build()))
                .decoder(new JacksonDecoder(JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()))
                .target(Airalo.class, arguments[0]);
        final String[] sims =
                IntStream.range(0, load.sims()).mapToObj(Iccids::of).toArray(String[]::new);
        SweepRounds.report(load, round -> () -> ask(airalo, load, sims, threads));
        // What the client keeps running would keep the JVM.
        System.exit(0);
    }

    private static void ask(
            final Airalo airalo, final SweepLoad load, final String[] sims, final StartedThreads threads) {
        final AtomicInteger next = new AtomicInteger();
        final AtomicInteger read = new AtomicInteger();
        final List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < load.inFlight(); i++) {
            asking.add(threads.start(() -> {
                for (int number = next.getAndIncrement(); number < sims.length; number = next.getAndIncrement()) {
                    if (airalo.usage(sims[number]).data().total() > 0) {
                        read.incrementAndGet();
                    }
                }
            }));
        }
        for (final Thread thread : asking) {
            try {
                thread.join();
            } catch (final InterruptedException e) {
                throw new IllegalStateException("interrupted while SIMs were read", e);
            }
        }
        if (read.get() != sims.length) {
            throw new IllegalStateException(read + " of " + sims.length + " SIMs were read");
        }
    }
}
