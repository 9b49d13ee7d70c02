package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.conformance.trial.Answers;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/** Ways to take an error for another, to make it worse, or to take it for usage. */
final class ErrorSaboteurs {

    private static final String END_OF_ANSWER = "]}}";

    static final List<Saboteur> ALL = List.of(
            Saboteur.of("AUTHENTICATION-01", "knocks three times", () -> repeating(401)),
            Saboteur.of(
                    "AUTHENTICATION-02", "takes what is forbidden for not authenticated", () -> mistaking(403, 401)),
            Saboteur.of("ERRORS-01", "blames itself for a SIM that is not there", () -> mistaking(404, 400)),
            Saboteur.of("ERRORS-02", "does not tell gone from never known", () -> mistaking(410, 404)),
            Saboteur.of("ERRORS-03", "blames the carrier for what it asked", () -> mistaking(400, 500)),
            Saboteur.of("LIMITS-01", "tries again when it was too much", () -> repeating(429))
                    .andMayBreak("LIMITS-06"),
            Saboteur.of("LIMITS-02", "does not listen how long to wait", () -> deaf(429))
                    .andMayBreak("LIMITS-05"),
            Saboteur.of("ERRORS-04", "tries again when the carrier is down", () -> repeating(500)),
            Saboteur.of("LIMITS-03", "does not listen how long maintenance takes", () -> deaf(503)),
            Saboteur.of("ERRORS-05", "follows redirects", () -> AcmeWith.sending(ErrorSaboteurs::following)),
            Saboteur.of(
                            "ERRORS-06",
                            "reads any body that looks like usage",
                            () -> AcmeWith.answers(
                                    answer -> Answers.body(answer).contains("\"packages\"")
                                            ? Answers.withStatus(200, answer)
                                            : answer))
                    .andMayBreak("ERRORS-12"),
            Saboteur.of("ERRORS-07", "makes nothing out of nothing", () -> readingAsNothing(String::isEmpty)),
            Saboteur.of(
                    "ERRORS-08",
                    "does not look at media types",
                    () -> AcmeWith.answers(answer -> new HttpResponse(
                            answer.status(), answer.headers().without("Content-Type"), answer.body()))),
            Saboteur.of(
                    "ERRORS-09",
                    "makes nothing out of half an answer",
                    () -> readingAsNothing(body -> body.startsWith("{\"su")
                            && !body.contains("false,\"code\"")
                            && !body.contains(END_OF_ANSWER))),
            Saboteur.of(
                    "ERRORS-10",
                    "makes nothing out of an answer that says nothing",
                    () -> readingAsNothing(body -> !body.isEmpty() && body.length() < "{}".length() + 4)),
            Saboteur.of(
                    "ERRORS-11",
                    "stops reading where it has what it needs",
                    () -> AcmeWith.answers(answer -> {
                        final String body = Answers.body(answer);
                        final int end = body.indexOf(END_OF_ANSWER);
                        return end < 0
                                ? answer
                                : Answers.withBody(answer, body.substring(0, end + END_OF_ANSWER.length()));
                    })),
            Saboteur.of("ERRORS-12", "takes a part for the whole", () -> mistaking(206, 200)));

    private ErrorSaboteurs() {}

    private static UsageProviderFactory mistaking(final int status, final int forStatus) {
        return AcmeWith.answers(answer -> answer.status() == status ? Answers.withStatus(forStatus, answer) : answer);
    }

    private static UsageProviderFactory repeating(final int status) {
        return AcmeWith.sending((transport, request) -> {
            HttpResponse answer = transport.send(request);
            for (int again = 0; again < 2 && answer.status() == status; again++) {
                answer = transport.send(request);
            }
            return answer;
        });
    }

    private static UsageProviderFactory deaf(final int status) {
        return AcmeWith.answers(answer -> answer.status() == status
                ? new HttpResponse(status, answer.headers().without("Retry-After"), answer.body())
                : answer);
    }

    private static HttpResponse following(final Transport transport, final HttpRequest request) {
        final HttpResponse answer = transport.send(request);
        return answer.headers()
                .first("Location")
                .map(URI::create)
                .map(location -> transport.send(HttpRequest.of("GET", location)))
                .orElse(answer);
    }

    private static UsageProviderFactory readingAsNothing(final Predicate<String> body) {
        return AcmeWith.sending((transport, request) -> {
            final HttpResponse answer = transport.send(request);
            return answer.status() / 100 == 2 && body.test(Answers.body(answer)) ? nothingUsed(request) : answer;
        });
    }

    static HttpResponse nothingUsed(final HttpRequest request) {
        final String order = request.uri().getPath().replaceFirst(".*/orders/(.*)/packages", "$1");
        return Answers.json(200, """
                {"success":true,"data":{"order":"%s","state":"IN_USE","as_of":"2026-01-01T00:00:00+0000",\
                "packages":[]}}""".formatted(order));
    }
}
