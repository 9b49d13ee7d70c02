package dev.anycarrier.browser.testing;

import static dev.anycarrier.browser.testing.DevTools.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A page in a {@link Browser}, and all that it asked for and complained about. */
public final class Tab {

    private static final int LONGEST_SECONDS = 60;
    private static final int HIGHEST = 9_000;

    private final DevTools devTools;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Tab(final DevTools devTools, final String session) {
        this.devTools = devTools;
        this.session = session;
    }

    /** Opens a page on a screen of that size, for somebody who prefers that scheme, and waits until all is there. */
    public static Tab open(
            final Browser browser, final URI page, final int width, final int height, final String scheme) {
        final DevTools devTools = browser.devTools();
        final String target = devTools.send("", "Target.createTarget", object().put("url", "about:blank"))
                .get("targetId")
                .textValue();
        final String session = devTools.send(
                        "",
                        "Target.attachToTarget",
                        object().put("targetId", target).put("flatten", true))
                .get("sessionId")
                .textValue();
        final Tab tab = new Tab(devTools, session);
        tab.prepare(width, height, scheme);
        tab.navigate(page);
        return tab;
    }

    private void prepare(final int width, final int height, final String scheme) {
        send("Page.enable", object());
        send("Network.enable", object());
        send("Log.enable", object());
        send("Runtime.enable", object());
        send(
                "Emulation.setDeviceMetricsOverride",
                object().put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 600));
        final ObjectNode media = object();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        send("Emulation.setEmulatedMedia", media);
    }

    private void navigate(final URI page) {
        final CompletableFuture<JsonNode> loaded = new CompletableFuture<>();
        devTools.listen(event -> {
            if (event.path("sessionId").asText().equals(session)) {
                hear(event, loaded);
            }
        });
        send("Page.navigate", object().put("url", page.toString()));
        loaded.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    private void hear(final JsonNode event, final CompletableFuture<JsonNode> loaded) {
        final JsonNode parameters = event.path("params");
        switch (event.path("method").asText()) {
            case "Page.loadEventFired" -> loaded.complete(parameters);
            case "Network.requestWillBeSent" ->
                requests.add(parameters.path("request").path("url").asText());
            case "Log.entryAdded",
                    "Runtime.exceptionThrown",
                    "Runtime.consoleAPICalled",
                    "Page.javascriptDialogOpening" -> complaints.add(event.toString());
            default -> {}
        }
    }

    /** Every address that was asked for. */
    public List<String> requests() {
        return requests;
    }

    /** What the browser had to say, such as that something was not allowed. */
    public List<String> complaints() {
        return complaints;
    }

    /** The value of an expression in the page. */
    public JsonNode evaluate(final String expression) {
        final JsonNode result =
                send("Runtime.evaluate", object().put("expression", expression).put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Writes a picture of the whole page, or its beginning. */
    public void screenshot(final Path file) throws IOException {
        final JsonNode size = send("Page.getLayoutMetrics", object()).get("cssContentSize");
        final ObjectNode parameters = object().put("format", "png").put("captureBeyondViewport", true);
        parameters
                .putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("scale", 1)
                .put("width", size.get("width").intValue())
                .put("height", Math.min(HIGHEST, size.get("height").intValue()));
        final String data =
                send("Page.captureScreenshot", parameters).get("data").textValue();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    private JsonNode send(final String method, final ObjectNode parameters) {
        return devTools.send(session, method, parameters);
    }
}
