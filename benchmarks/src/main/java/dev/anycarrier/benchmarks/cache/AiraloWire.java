package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers within the process: a token, and for each SIM three balances that are not another's. */
final class AiraloWire implements Wire {

    private static final HttpHeaders JSON = HttpHeaders.none().with("Content-Type", "application/json");
    private static final String TOKEN =
            "{\"data\":{\"token_type\":\"Bearer\",\"expires_in\":31622400,\"access_token\":\"0123456789abcdef\"}}";
    private static final String USAGE =
            "{\"data\":{\"remaining\":%d,\"total\":10240,\"expired_at\":\"2031-01-01 00:00:00\",\"is_unlimited\":false,"
                    + "\"status\":\"ACTIVE\",\"remaining_voice\":%d,\"remaining_text\":%d,\"total_voice\":1000,"
                    + "\"total_text\":1000},\"meta\":{\"message\":\"success\"}}";
    private static final int SMALLEST_TOTAL = 1_000;

    private int answered;

    /** An engine with one account of which so many SIMs are remembered, with this wire. */
    static Anycarrier engine(final int cachedSims, final StateStore state) {
        final String account = KeptReports.ACCOUNT + ".";
        return Anycarrier.builder()
                .settings(Settings.builder()
                        .environment(Map.of())
                        .systemProperties(Map.of())
                        .set(account + "provider", "airalo")
                        .set(account + "client-id", "benchmark")
                        .set(account + "client-secret", "benchmark")
                        .set(account + "cached-sims", Integer.toString(cachedSims))
                        .set(account + "maximum-age", "1d")
                        .set(account + "limit-account", "100000/1ms")
                        .build())
                .state(state)
                .wires((name, options) -> new AiraloWire())
                .build();
    }

    @Override
    public synchronized HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        written.sent();
        final int left = answered++ % SMALLEST_TOTAL;
        final String body = request.method().equals("POST") ? TOKEN : USAGE.formatted(left, left, left);
        return new HttpResponse(200, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void dropIdleConnections() {
        // There are none.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
