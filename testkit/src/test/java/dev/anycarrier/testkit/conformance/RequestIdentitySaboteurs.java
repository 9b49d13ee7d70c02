package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.util.List;

/** Ways to ask about a SIM and to hear about none. */
final class RequestIdentitySaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                    "IDENTITY-07",
                    "looks at the beginning of a SIM's name only",
                    () -> AcmeWith.sending(RequestIdentitySaboteurs::nearlyTheSame)),
            Saboteur.of(
                    "IDENTITY-08",
                    "makes an order without packages of an error",
                    () -> AcmeWith.sending(RequestIdentitySaboteurs::nothingBought)),
            Saboteur.of(
                            "IDENTITY-09",
                            "asks twice, to be sure",
                            () -> AcmeWith.sending((transport, request) -> {
                                transport.send(request);
                                return transport.send(request);
                            }))
                    .andMayBreak("IDENTITY-07", "IDENTITY-08"),
            Saboteur.of(
                    "IDENTITY-10",
                    "has no use for zeros at the beginning",
                    () -> AcmeWith.usage((acme, sim) -> acme.usage(
                            sim instanceof CarrierSimId order
                                    ? CarrierSimId.of(order.value().replaceFirst("^0+(?=.)", ""))
                                    : sim))),
            Saboteur.of(
                    "IDENTITY-11",
                    "takes another customer's SIM for one without packages",
                    () -> AcmeWith.usage(RequestIdentitySaboteurs::evenIfNotOurs)),
            Saboteur.of(
                    "IDENTITY-12",
                    "misses a check digit where there is none",
                    () -> AcmeWith.report(report -> report.withWarning(
                            new UsageWarning(UsageWarning.Kind.ICCID_CHECK_DIGIT, "the last digit is wrong")))));

    private RequestIdentitySaboteurs() {}

    private static String order(final HttpRequest request) {
        return request.uri().getPath().replaceFirst(".*/orders/(.*)/packages", "$1");
    }

    private static HttpResponse nearlyTheSame(final Transport transport, final HttpRequest request) {
        final HttpResponse answer = transport.send(request);
        final String order = order(request);
        final String beginning = order.substring(0, order.length() - 1);
        return Answers.withBody(
                answer,
                Answers.body(answer)
                        .replaceFirst("\"order\":\"" + beginning + "[0-9]\"", "\"order\":\"" + order + "\""));
    }

    private static HttpResponse nothingBought(final Transport transport, final HttpRequest request) {
        final HttpResponse answer = transport.send(request);
        return Answers.body(answer).startsWith("{\"error\"")
                ? Answers.withBody(
                        answer,
                        "{\"success\":true,\"data\":{\"order\":\"" + order(request)
                                + "\",\"state\":\"IN_USE\",\"as_of\":\"2026-01-01T00:00:00+0000\",\"packages\":[]}}")
                : answer;
    }

    private static UsageReport evenIfNotOurs(final UsageProvider acme, final SimId sim) {
        try {
            return acme.usage(sim);
        } catch (final UsageException e) {
            if (e.kind() == Kind.PERMISSION_DENIED) {
                return Altered.empty(sim, SimStatus.UNKNOWN);
            }
            throw e;
        }
    }
}
