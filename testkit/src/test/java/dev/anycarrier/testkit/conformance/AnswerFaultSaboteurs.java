package dev.anycarrier.testkit.conformance;

import static dev.anycarrier.testkit.conformance.trial.Answers.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.conformance.trial.Answers;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to take faults in an answer, or around a token, for something else. */
final class AnswerFaultSaboteurs {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                    "FAULTS-08", "takes an error for no usage", () -> AcmeWith.sending(AnswerFaultSaboteurs::gently)),
            Saboteur.of("FAULTS-09", "follows redirects", () -> AcmeWith.sending(AnswerFaultSaboteurs::following))
                    .andMayBreak("FAULTS-13", "FAULTS-16"),
            Saboteur.of(
                    "FAULTS-10",
                    "blames itself when the carrier has waited too long for the question",
                    () -> changed(answer -> answer.status() == 408, answer -> Answers.withStatus(400, answer))),
            Saboteur.of(
                    "FAULTS-11",
                    "reads Retry-After as an integer and nothing else",
                    () -> retryAfter(value -> value.matches("[0-9]{1,9}|.*[A-Za-z].*"))),
            Saboteur.of(
                    "FAULTS-12",
                    "does not know that Retry-After may be a date",
                    () -> retryAfter(value -> !value.matches(".*[A-Za-z].*"))),
            Saboteur.of(
                    "FAULTS-13",
                    "takes whatever says Retry-After for too many requests",
                    () -> changed(
                            answer -> answer.status() >= 300
                                    && answer.status() < 500
                                    && answer.headers().first("Retry-After").isPresent(),
                            answer -> Answers.withStatus(429, answer))),
            Saboteur.of(
                            "FAULTS-14",
                            "has a parser that is lenient",
                            () -> changed(answer -> answer.status() == 200, AnswerFaultSaboteurs::leniently))
                    .andMayBreak("FAULTS-05", "FAULTS-16"),
            Saboteur.of(
                            "FAULTS-15",
                            "unwraps lists of one",
                            () -> changed(
                                    answer -> body(answer).startsWith("[{")
                                            && body(answer).endsWith("}]"),
                                    answer -> Answers.withBody(
                                            answer,
                                            body(answer)
                                                    .substring(1, body(answer).length() - 1))))
                    .andMayBreak("FAULTS-16"),
            Saboteur.of(
                    "FAULTS-16",
                    "ends where a page cannot be had",
                    () -> AcmeWith.records((acme, query, cursor) -> {
                        try {
                            return acme.page(query, cursor);
                        } catch (final UsageException e) {
                            return new Page<>(List.of(), Optional.empty());
                        }
                    })));

    private AnswerFaultSaboteurs() {}

    private static UsageProviderFactory changed(
            final Predicate<HttpResponse> which, final UnaryOperator<HttpResponse> change) {
        return AcmeWith.answers(answer -> which.test(answer) ? change.apply(answer) : answer);
    }

    private static UsageProviderFactory retryAfter(final Predicate<String> understood) {
        return AcmeWith.answers(answer -> {
            HttpHeaders headers = answer.headers().without("Retry-After");
            for (final String value : answer.headers().all("Retry-After")) {
                if (understood.test(value)) {
                    headers = headers.with("Retry-After", value);
                }
            }
            return new HttpResponse(answer.status(), headers, answer.body());
        });
    }

    private static HttpResponse gently(final Transport transport, final HttpRequest request) {
        final HttpResponse answer = transport.send(request);
        return answer.status() == 200 && body(answer).startsWith("{\"error")
                ? ErrorSaboteurs.nothingUsed(request)
                : answer;
    }

    private static HttpResponse following(final Transport transport, final HttpRequest request) {
        final HttpResponse answer = transport.send(request);
        return answer.headers()
                .first("Location")
                .map(location ->
                        transport.send(HttpRequest.of("GET", request.uri().resolve(location))))
                .orElse(answer);
    }

    private static HttpResponse leniently(final HttpResponse answer) {
        try {
            return Answers.withBody(answer, LENIENT.readTree(body(answer)).toString());
        } catch (final JsonProcessingException e) {
            return answer;
        }
    }
}
