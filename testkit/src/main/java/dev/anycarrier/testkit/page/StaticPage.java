package dev.anycarrier.testkit.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.testkit.page.Markup.Element;
import dev.anycarrier.testkit.page.Markup.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A page in one file, its style in it, under a policy (Content Security Policy, level 3) by which it can load and run
 * nothing at all. Thread-safe.
 */
public final class StaticPage {

    private static final String BASE = resource(StaticPage.class, "page.css");

    private StaticPage() {}

    /**
     * The page as HTML.
     *
     * @param title what the browser's window is called
     * @param css the page's own rules, which stand behind those that all pages share; not escaped
     * @param body what is in it
     */
    public static String write(final String title, final String css, final List<? extends Markup> body) {
        final String rules = BASE + css;
        final Element head = element(
                "head",
                element("meta").with("charset", "utf-8"),
                element("meta").with("http-equiv", "Content-Security-Policy").with("content", policy(rules)),
                element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                element("meta").with("name", "color-scheme").with("content", "light dark"),
                element("meta").with("name", "referrer").with("content", "no-referrer"),
                element("title", title),
                new Style(rules));
        final Element page =
                element("html", head, element("body").holding(body)).with("lang", "en");
        return "<!doctype html>\n" + page.html() + "\n";
    }

    /**
     * A text that is packed beside a class, with lines that end as browsers read them.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static String resource(final Class<?> beside, final String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            // Browsers read every end of a line as this one, and the hash is that of what they read.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String policy(final String rules) {
        return "default-src 'none'; style-src 'sha256-" + sha256(rules) + "'; base-uri 'none'; form-action 'none'";
    }

    private static String sha256(final String text) {
        try {
            final byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
