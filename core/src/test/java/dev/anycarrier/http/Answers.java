package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers of a carrier, made up by a test, and how reading them ends. */
final class Answers {

    private Answers() {}

    static HttpResponse answer(final int status, final String body) {
        return answer(status, HttpHeaders.none(), body);
    }

    static HttpResponse answer(final int status, final HttpHeaders headers, final String body) {
        return new HttpResponse(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static <T> T read(final String body, final Class<T> type) {
        return type.cast(StrictJson.read(answer(200, body), type, count -> {}));
    }

    static UsageException refusal(final String body, final Type type) {
        return refusal(answer(200, body), type);
    }

    static UsageException refusal(final HttpResponse answer, final Type type) {
        return catchThrowableOfType(UsageException.class, () -> StrictJson.read(answer, type, count -> {}));
    }

    static int unknownFields(final String body, final Type type) {
        final AtomicInteger unknown = new AtomicInteger();
        StrictJson.read(answer(200, body), type, unknown::addAndGet);
        return unknown.get();
    }
}
