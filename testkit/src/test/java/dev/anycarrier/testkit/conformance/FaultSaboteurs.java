package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.conformance.trial.Answers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to make a fault of the network, or of the framing of an answer, worse than it is. */
final class FaultSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                            "FAULTS-01",
                            "gives a carrier up when a connection breaks",
                            () -> failing(
                                    FaultSaboteurs::isBrokenConnection,
                                    failure ->
                                            failure.toBuilder().retryable(false).build()))
                    .andMayBreak("FAULTS-16"),
            Saboteur.of(
                    "FAULTS-02",
                    "takes the time of an attempt for that of the call",
                    () -> failing(
                            failure -> failure.unavailableCause().equals(Optional.of(UnavailableCause.ATTEMPT_TIMEOUT)),
                            failure -> failure.toBuilder()
                                    .as(Kind.DEADLINE_EXCEEDED, "it took too long")
                                    .build())),
            Saboteur.of(
                            "FAULTS-03",
                            "takes an answer that makes no sense for a bad connection",
                            () -> failing(
                                    failure -> failure.kind() == Kind.PROTOCOL,
                                    failure -> UsageException.unavailable(UnavailableCause.NETWORK, failure.detail())
                                            .build()))
                    .andMayBreak("FAULTS-04", "FAULTS-16"),
            Saboteur.of(
                            "FAULTS-04",
                            "asks again, uncompressed, when it cannot read what it got",
                            () -> AcmeWith.sending(FaultSaboteurs::uncompressed))
                    .andMayBreak("FAULTS-03", "FAULTS-16"),
            Saboteur.of(
                    "FAULTS-05",
                    "reads JSON in the charset that it declares",
                    () -> AcmeWith.answers(FaultSaboteurs::inDeclaredCharset)),
            Saboteur.of(
                    "FAULTS-06",
                    "takes a good answer for a refusal when it says Retry-After",
                    () -> AcmeWith.answers(answer -> answer.status() == 200
                                    && answer.headers().first("Retry-After").isPresent()
                            ? Answers.withStatus(429, answer)
                            : answer)),
            Saboteur.of(
                            "FAULTS-07",
                            "keeps a connection of its own and does not look at it",
                            KeptSocket::inPlaceOfTransport)
                    .andMayBreak(
                            "FAULTS-01",
                            "FAULTS-02",
                            "FAULTS-03",
                            "FAULTS-04",
                            "FAULTS-05",
                            "FAULTS-06",
                            "FAULTS-08",
                            "FAULTS-09",
                            "FAULTS-10",
                            "FAULTS-11",
                            "FAULTS-12",
                            "FAULTS-13",
                            "FAULTS-14",
                            "FAULTS-15",
                            "FAULTS-16"));

    private FaultSaboteurs() {}

    /** Failures of the transport, told otherwise. */
    static UsageProviderFactory failing(
            final Predicate<UsageException> which, final UnaryOperator<UsageException> otherwise) {
        return AcmeWith.sending((transport, request) -> {
            try {
                return transport.send(request);
            } catch (final UsageException e) {
                throw which.test(e) ? otherwise.apply(e) : e;
            }
        });
    }

    private static boolean isBrokenConnection(final UsageException failure) {
        return failure.unavailableCause().equals(Optional.of(UnavailableCause.NETWORK));
    }

    private static HttpResponse uncompressed(final Transport transport, final HttpRequest request) {
        try {
            return transport.send(request);
        } catch (final UsageException e) {
            if (e.kind() == Kind.PROTOCOL) {
                return transport.send(request);
            }
            throw e;
        }
    }

    private static HttpResponse inDeclaredCharset(final HttpResponse answer) {
        final String[] type = answer.headers().first("Content-Type").orElse("").split("charset=", 2);
        try {
            return type.length < 2
                    ? answer
                    : new HttpResponse(
                            answer.status(),
                            answer.headers(),
                            new String(answer.body(), Charset.forName(type[1])).getBytes(StandardCharsets.UTF_8));
        } catch (final IllegalCharsetNameException | UnsupportedCharsetException e) {
            return answer;
        }
    }
}
