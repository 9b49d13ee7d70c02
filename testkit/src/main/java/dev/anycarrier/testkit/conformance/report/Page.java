package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.conformance.report.Markup.element;

import dev.anycarrier.testkit.conformance.report.Markup.Element;
import dev.anycarrier.testkit.conformance.report.Markup.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** What all pages share: one file each, its style in it, and a policy under which it can load and run nothing at all. */
final class Page {

    private static final String CSS = resource("report.css");
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(CSS) + "'; base-uri 'none'; form-action 'none'";

    private Page() {}

    static String write(final String title, final List<? extends Markup> body) {
        final Element head = element(
                "head",
                element("meta").with("charset", "utf-8"),
                element("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
                element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                element("meta").with("name", "color-scheme").with("content", "light dark"),
                element("meta").with("name", "referrer").with("content", "no-referrer"),
                element("title", title),
                new Style(CSS));
        final Element page =
                element("html", head, element("body").holding(body)).with("lang", "en");
        return "<!doctype html>\n" + page.html() + "\n";
    }

    /** A choice of what is shown, of which the style sheet makes the rest. */
    static Element choice(final String id, final String label, final boolean first) {
        final Element input =
                element("input").with("type", "radio").with("name", "show").with("id", id);
        return element("label", first ? input.with("checked", "") : input, element("span", label));
    }

    static Element link(final String target, final String text) {
        return element("a", text).with("href", target);
    }

    private static String resource(final String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            // Browsers read every end of a line as this one, and the hash is that of what they read.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
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
