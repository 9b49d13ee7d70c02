package dev.anycarrier.testkit.conformance.vector;

import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.fault.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for something in the texts of fault vectors:
 *
 * <ul>
 *   <li>{@code ${start}}: status line and headers of the happy answer, without its length and without the empty line;
 *   <li>{@code ${head}}: all of that, with its length and the empty line; {@code ${half-head}}: the first half of it;
 *   <li>{@code ${body}} and {@code ${half-body}}; {@code ${chunk}}: the body as one chunk, without the last one;
 *   <li>{@code ${length}}: the length of the body;
 *   <li>{@code ${target}}: path and query of the request;
 *   <li>{@code ${here}}: where the carrier is; {@code ${elsewhere}}: the same by another name;
 *   <li>{@code ${repeat:x:1000}}: a text so many times;
 *   <li>{@code ${imf:120}}, {@code ${rfc850:120}}, {@code ${asctime:120}}: the time so many seconds from now, in each of
 *       the formats of HTTP; {@code ${wrong-day:120}}: the first of them with another day of the week.
 * </ul>
 *
 * @param exchange the request and the happy answer
 * @param here where the carrier is
 * @param now the time
 */
record Placeholders(Exchange exchange, URI here, Instant now) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z0-9-]+)(?::([^}]*))?}");

    /**
     * Puts in what they stand for.
     *
     * @throws IllegalArgumentException if one of them is not known
     */
    String fill(final String text) {
        final Matcher matcher = PLACEHOLDER.matcher(text);
        final StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            final String argument = matcher.group(2);
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(value(matcher.group(1), argument == null ? "" : argument)));
        }
        return matcher.appendTail(filled).toString();
    }

    private String value(final String name, final String argument) {
        return switch (name) {
            case "start" -> start();
            case "head" -> head();
            case "half-head" -> head().substring(0, head().length() / 2);
            case "body" -> body();
            case "half-body" -> body().substring(0, body().length() / 2);
            case "chunk" -> Integer.toHexString(body().length()) + "\r\n" + body() + "\r\n";
            case "length" -> Integer.toString(body().length());
            case "target" -> exchange.request().target();
            case "here" -> here.toString();
            case "elsewhere" -> "http://localhost:" + here.getPort();
            case "repeat" -> repeat(argument);
            case "imf" -> date("EEE, dd MMM uuuu HH:mm:ss 'GMT'", argument);
            case "rfc850" -> date("EEEE, dd-MMM-uu HH:mm:ss 'GMT'", argument);
            case "asctime" -> date("EEE MMM ppd HH:mm:ss uuuu", argument);
            case "wrong-day" -> wrongDay(argument);
            default -> throw new IllegalArgumentException("fault vectors know no ${" + name + "}");
        };
    }

    private String start() {
        final String head = head();
        return head.substring(0, head.lastIndexOf("Content-Length:"));
    }

    private String head() {
        return Answer.of(exchange.answer()).head();
    }

    private String body() {
        return new String(exchange.answer().body(), StandardCharsets.ISO_8859_1);
    }

    private static String repeat(final String argument) {
        final int colon = argument.lastIndexOf(':');
        return argument.substring(0, colon).repeat(Integer.parseInt(argument.substring(colon + 1)));
    }

    private String date(final String pattern, final String seconds) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(now.plusSeconds(Long.parseLong(seconds)).atOffset(ZoneOffset.UTC));
    }

    private String wrongDay(final String seconds) {
        final String right = date("EEE", seconds);
        return (right.equals("Mon") ? "Tue" : "Mon") + date(", dd MMM uuuu HH:mm:ss 'GMT'", seconds);
    }
}
