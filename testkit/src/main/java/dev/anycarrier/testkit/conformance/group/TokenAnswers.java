package dev.anycarrier.testkit.conformance.group;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The carrier's answer about a token with one thing about it changed, whatever the carrier calls its parts. */
final class TokenAnswers {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern NUMBER = Pattern.compile("(:\\s*)([0-9]+)(?=\\s*[,}])");
    private static final Pattern MEMBER_WITH_NUMBER = Pattern.compile("\"[^\"]*\"\\s*:\\s*[0-9]+\\s*,?");

    private TokenAnswers() {}

    /** Asks once, so that a token is fetched where there is one. */
    static void require(final Trial trial) {
        trial.report(trial.sim());
        if (trial.overlay().exchanges().stream().noneMatch(Exchange::isForToken)) {
            throw NotTried.notApplicable("the carrier has no access tokens");
        }
    }

    /** Another JSON value in place of the token, which is the longest text. */
    static HttpResponse withToken(final HttpResponse answer, final String json) {
        final String token = '"' + longestText(answer) + '"';
        return Answers.withBody(answer, Answers.body(answer).replace(token, json));
    }

    /** Another JSON value in place of each number: the lifetime is one. */
    static HttpResponse withLifetime(final HttpResponse answer, final String json) {
        final Matcher numbers = NUMBER.matcher(Answers.body(answer));
        return Answers.withBody(answer, numbers.replaceAll("$1" + Matcher.quoteReplacement(json)));
    }

    /** Nothing in place of each number. */
    static HttpResponse withoutLifetime(final HttpResponse answer) {
        final String less = MEMBER_WITH_NUMBER.matcher(Answers.body(answer)).replaceAll("");
        return Answers.withBody(answer, less.replaceAll(",(\\s*})", "$1"));
    }

    private static String longestText(final HttpResponse answer) {
        String longest = "";
        try (JsonParser parser = JSON.createParser(answer.body())) {
            for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
                if (next == JsonToken.VALUE_STRING && parser.getText().length() > longest.length()) {
                    longest = parser.getText();
                }
            }
            return longest;
        } catch (final IOException e) {
            throw new UncheckedIOException("the simulated carrier's answer about a token is no JSON", e);
        }
    }
}
