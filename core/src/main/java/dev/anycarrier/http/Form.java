package dev.anycarrier.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The fields of a form, sent URL-encoded in the order they were added. Immutable; {@link #toString()} shows nothing. */
public final class Form {

    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private final String encoded;

    private Form(final String encoded) {
        this.encoded = encoded;
    }

    /** A form without fields. */
    public static Form empty() {
        return new Form("");
    }

    /** This form with one more field. */
    public Form with(final String name, final String value) {
        final String field = encode(name) + "=" + encode(value);
        return new Form(encoded.isEmpty() ? field : encoded + "&" + field);
    }

    byte[] bytes() {
        return encoded.getBytes(StandardCharsets.US_ASCII);
    }

    /** No content: fields may be secrets. */
    @Override
    public String toString() {
        return "Form";
    }

    private static String encode(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
