package dev.anycarrier.browser.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium of our own, in a process that ends with it. */
public final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final DevTools devTools;

    private Browser(final Process process, final DevTools devTools) {
        this.process = process;
        this.devTools = devTools;
    }

    /** Starts it, with a profile of its own. */
    public static Browser start() throws IOException {
        final Process process = new ProcessBuilder(
                        executable().toString(),
                        "--headless=new",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + Path.of("target", "chromium").toAbsolutePath(),
                        // Its sandbox needs rights that containers do not have; the pages are our own.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        try {
            final BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            final URI address = address(output);
            drain(output);
            return new Browser(process, DevTools.connect(address));
        } catch (final IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    DevTools devTools() {
        return devTools;
    }

    public void end() throws InterruptedException {
        devTools.close();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Path executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("the pages are to be looked at in a headless Chromium, and the PATH"
                                + " has none of " + NAMES + "; on Debian: apt-get install chromium"));
    }

    /** Reads on, because a process whose output nobody reads stands still one day. */
    private static void drain(final BufferedReader output) {
        final Thread thread = new Thread(
                () -> {
                    try {
                        output.transferTo(Writer.nullWriter());
                    } catch (final IOException e) {
                        // The process has ended, and its output with it.
                    }
                },
                "chromium-output");
        thread.setDaemon(true);
        thread.start();
    }

    private static URI address(final BufferedReader lines) throws IOException {
        final StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            final Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return URI.create(listening.group(1));
            }
            said.append('\n').append(line);
        }
        throw new IOException("Chromium ended before it could be spoken to:" + said);
    }
}
