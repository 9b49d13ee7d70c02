package dev.anycarrier.http;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.Arrays;
import java.util.Locale;

/** What every JSON answer must keep to, whoever reads it, and how a refusal says what was not kept. */
final class JsonRules {

    static final int DEEPEST = 64;
    static final int LONGEST_NUMBER = 5_000;
    static final int LONGEST_TEXT = 1_000_000;
    static final int LONGEST_NAME = 256;
    static final int MOST_TOKENS = 500_000;

    private static final String USUAL_TYPE = "application/json";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private JsonRules() {}

    static void requireJson(final HttpResponse answer) {
        final String field = answer.headers().first("Content-Type").orElse("");
        if (field.equals(USUAL_TYPE)) {
            return;
        }
        final String type = mediaType(field);
        final boolean json = type.isEmpty()
                || type.equals(USUAL_TYPE)
                || type.equals("text/json")
                || type.equals("text/plain")
                || type.endsWith("+json");
        if (!json) {
            throw UsageException.of(Kind.PROTOCOL, "the answer is not JSON but another media type")
                    .status(answer.status())
                    .build();
        }
    }

    private static String mediaType(final String field) {
        final int parameters = field.indexOf(';');
        return (parameters < 0 ? field : field.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    static void requireText(final byte[] body) {
        if (body.length == 0) {
            throw InvalidData.of("the answer has no body");
        }
        if (!Utf8.isValid(body)) {
            throw InvalidData.of("the answer is not UTF-8");
        }
    }

    static int afterByteOrderMark(final byte[] body) {
        final int length = BYTE_ORDER_MARK.length;
        return body.length >= length && Arrays.equals(body, 0, length, BYTE_ORDER_MARK, 0, length) ? length : 0;
    }

    static UsageException tooLarge() {
        return UsageException.of(Kind.TOO_LARGE, "the JSON document passes a bound on depth, length or tokens")
                .build();
    }

    static UsageException notPromised(final String place) {
        return InvalidData.of("the answer is not the promised JSON document" + place);
    }

    static String nearByte(final long offset) {
        return " near byte " + Math.max(0, offset);
    }

    static UsageException notPromisedField(final String path) {
        return InvalidData.field(path, "is missing, null, or not of the promised type");
    }

    static UsageException nothing() {
        return InvalidData.of("the answer is the JSON value null");
    }
}
