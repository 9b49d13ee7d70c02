package dev.anycarrier.benchmarks.call;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Client;
import feign.Feign;
import feign.codec.Decoder;
import feign.hc5.ApacheHttp5Client;
import feign.http2client.Http2Client;
import feign.jackson.JacksonDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** A Feign client written by hand, with a token that never ends, and nothing that the engine promises. */
final class FeignCaller implements Caller {

    private static final int CONNECTIONS = 32;

    private final UsageApi api;
    private final AutoCloseable resources;

    private FeignCaller(final int port, final Client client, final Decoder decoder, final AutoCloseable resources) {
        this.api = Feign.builder()
                .client(client)
                .decoder(decoder)
                .requestInterceptor(request -> request.header("Authorization", "Bearer a-token-of-no-value"))
                .target(UsageApi.class, "http://127.0.0.1:" + port);
        this.resources = resources;
    }

    /** On Apache's client with a pool, and Feign's own decoder: what people use. */
    static FeignCaller usual(final int port) {
        return pooled(port, new JacksonDecoder());
    }

    /** The same, decoding the bytes of the answer rather than its characters. */
    static FeignCaller readingBytes(final int port) {
        final ObjectReader reader = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readerFor(UsageBody.class);
        return pooled(port, (response, type) -> {
            try (InputStream body = response.body().asInputStream()) {
                return reader.readValue(body.readAllBytes());
            }
        });
    }

    /** On the JDK's client. */
    static FeignCaller onJdkClient(final int port) {
        return new FeignCaller(port, new Http2Client(), new JacksonDecoder(), () -> {});
    }

    private static FeignCaller pooled(final int port, final Decoder decoder) {
        final CloseableHttpClient http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .build();
        return new FeignCaller(port, new ApacheHttp5Client(http), decoder, http);
    }

    @Override
    public long remaining(final SimNumber sim) {
        return api.usage(sim.text()).data().remaining();
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
