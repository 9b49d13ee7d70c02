package dev.anycarrier.benchmarks.records;

import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands out pages within the process. */
final class PagesWire implements Wire {

    private static final HttpHeaders JSON = HttpHeaders.none().with("Content-Type", "application/json");
    private static final Pattern CURSOR = Pattern.compile("next_page=([^&]+)");

    private final PageBodies bodies;
    private final IntConsumer onPage;

    PagesWire(final PageBodies bodies, final IntConsumer onPage) {
        this.bodies = bodies;
        this.onPage = onPage;
    }

    @Override
    public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        written.sent();
        final Matcher cursor = CURSOR.matcher(request.uri().getRawQuery());
        final int position =
                cursor.find() ? PageBodies.position(URLDecoder.decode(cursor.group(1), StandardCharsets.UTF_8)) : 0;
        onPage.accept(position);
        return new HttpResponse(200, JSON, bodies.page(position));
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
