package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.trial.Answers;
import java.util.List;

/** Ways to make too much out of too much. */
final class BoundSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                            "BOUNDS-01",
                            "takes an answer that is too long for a bad connection",
                            () -> FaultSaboteurs.failing(
                                    failure -> failure.kind() == Kind.TOO_LARGE,
                                    failure -> UsageException.unavailable(UnavailableCause.NETWORK, failure.detail())
                                            .build()))
                    .andMayBreak("BOUNDS-02", "BOUNDS-03"),
            Saboteur.of(
                            "BOUNDS-02",
                            "asks again when the headers make no sense",
                            () -> AcmeWith.sending((transport, request) -> again(transport, request, Kind.PROTOCOL)))
                    .andMayBreak("BOUNDS-03"),
            Saboteur.of(
                            "BOUNDS-03",
                            "asks again when there is more than it bears",
                            () -> AcmeWith.sending((transport, request) -> again(transport, request, Kind.TOO_LARGE)))
                    .andMayBreak("BOUNDS-01", "BOUNDS-02"),
            Saboteur.of(
                    "BOUNDS-04",
                    "walks through a document by calling itself",
                    () -> AcmeWith.answers(answer -> {
                        if (answer.body().length > 0) {
                            end(Answers.body(answer), 0);
                        }
                        return answer;
                    })),
            Saboteur.of(
                            "BOUNDS-05",
                            "takes a document that is too much for a carrier that is down",
                            () -> AcmeWith.usage((acme, sim) -> {
                                try {
                                    return acme.usage(sim);
                                } catch (final UsageException e) {
                                    throw e.detail().contains("JSON")
                                            ? UsageException.unavailable(UnavailableCause.CARRIER_ERROR, e.detail())
                                                    .build()
                                            : e;
                                }
                            }))
                    .andMayBreak("BOUNDS-04"));

    private BoundSaboteurs() {}

    private static HttpResponse again(final Transport transport, final HttpRequest request, final Kind kind) {
        try {
            return transport.send(request);
        } catch (final UsageException e) {
            if (e.kind() == kind) {
                return transport.send(request);
            }
            throw e;
        }
    }

    /** Where the value that begins here ends, as a first attempt at a parser would find it. */
    private static int end(final String json, final int start) {
        int at = start + 1;
        while (at < json.length() && json.charAt(at) != ']' && json.charAt(at) != '}') {
            at = json.charAt(at) == '[' || json.charAt(at) == '{' ? end(json, at) : at + 1;
        }
        return at + 1;
    }
}
