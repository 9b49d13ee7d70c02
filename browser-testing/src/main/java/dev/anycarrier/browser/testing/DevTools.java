package dev.anycarrier.browser.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Speaks the DevTools protocol with a {@link Browser}: one command after the other, events as they come. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_SECONDS = 60;

    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private DevTools() {}

    static DevTools connect(final URI address) {
        final DevTools devTools = new DevTools();
        devTools.socket.complete(HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, devTools)
                .join());
        return devTools;
    }

    /** Is told every event from now on. */
    void listen(final Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    /** Sends a command and waits for what comes of it. */
    JsonNode send(final String session, final String method, final ObjectNode parameters) {
        final int id = last.incrementAndGet();
        final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        final ObjectNode command = object().put("id", id).put("method", method);
        command.set("params", parameters);
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        socket.join().sendText(command.toString(), true).join();
        final JsonNode json =
                answer.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
        if (json.has("error")) {
            throw new AssertionError(method + ": " + json.get("error"));
        }
        return json.path("result");
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    @Override
    public @Nullable CompletionStage<?> onText(final WebSocket from, final CharSequence text, final boolean whole) {
        message.append(text);
        if (whole) {
            final JsonNode json = read(message.toString());
            message.setLength(0);
            if (json.has("id")) {
                Objects.requireNonNull(answers.remove(json.get("id").intValue()))
                        .complete(json);
            } else {
                listeners.forEach(listener -> listener.accept(json));
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.join().abort();
    }

    private static JsonNode read(final String text) {
        try {
            return MAPPER.readTree(text);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
