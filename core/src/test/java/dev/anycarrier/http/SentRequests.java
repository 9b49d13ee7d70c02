package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import feign.Feign;
import feign.Retryer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transport that keeps the last request and knows whether it came through Feign, and clients of it. */
final class SentRequests {

    static final String GOOD = "{\"count\":5,\"new\":1}";

    private HttpResponse next = answer(200, GOOD);
    private @Nullable HttpRequest last;
    private boolean withoutFeign;

    void answerWith(final HttpResponse answer) {
        next = answer;
    }

    HttpRequest last() {
        return Objects.requireNonNull(last);
    }

    /** Whether a request was sent, and Feign had no part in it. */
    boolean withoutFeign() {
        return withoutFeign;
    }

    Shapes client(final URI base) {
        return client(base, new FakeContext().events());
    }

    Shapes client(final URI base, final ProviderEvents events) {
        return CarrierClient.create(Shapes.class, base, this::send, new FakeContext(events), ErrorMapping.standard());
    }

    /** A client that Feign alone makes. */
    Shapes feign(final URI base) {
        final ProviderContext context = new FakeContext();
        final CarrierExchange exchange = new CarrierExchange(
                this::send, new StandardErrors(context.clock(), ErrorMapping.standard()), context.events());
        return Feign.builder()
                .client(new TransportFeignClient(exchange))
                .encoder(new FormEncoder())
                .decoder(new StrictJsonDecoder(exchange))
                .retryer(Retryer.NEVER_RETRY)
                .target(Shapes.class, base.toString());
    }

    /** Everything that goes over the wire for a call, or how it fails before that. */
    String by(final Shapes client, final Method method, final Object[] arguments) {
        last = null;
        withoutFeign = false;
        try {
            method.invoke(client, arguments);
        } catch (final InvocationTargetException failure) {
            return failure.getCause().toString();
        } catch (final IllegalAccessException e) {
            throw new AssertionError(e);
        }
        final List<String> parts = new ArrayList<>();
        parts.add(last().method() + " " + last().uri());
        last().headers().forEach((name, value) -> parts.add(name + ": " + value));
        parts.add(new String(last().body(), StandardCharsets.ISO_8859_1));
        return String.join("\n", parts);
    }

    private HttpResponse send(final HttpRequest request) {
        last = request;
        withoutFeign = StackWalker.getInstance()
                .walk(frames -> frames.noneMatch(frame -> frame.getClassName().startsWith("feign.")));
        return next;
    }
}
