package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Optional;

/** Ways to know a SIM by one identifier only. */
final class IdentifierSaboteurs {

    static final List<Saboteur> ALL = List.of(
            AcmeByIccid.saboteur("IDENTITY-13", "tells less when asked by ICCID", acme -> new SameProvider(acme) {
                @Override
                public UsageReport usage(final SimId sim) {
                    return Altered.report(super.usage(sim), parts -> {
                        if (sim instanceof Iccid) {
                            parts.buckets = List.of();
                        }
                    });
                }
            }),
            Saboteur.of(
                    "IDENTITY-14",
                    "takes any hours for those it waits for",
                    () -> AcmeWith.sending(IdentifierSaboteurs::asIfAboutTheSame)),
            AcmeByIccid.saboteur(
                    "IDENTITY-15", "has no filter of records by ICCID", IdentifierSaboteurs::withoutFilterByIccid));

    private IdentifierSaboteurs() {}

    private static HttpResponse asIfAboutTheSame(final Transport transport, final HttpRequest request) {
        final HttpResponse answer = transport.send(request);
        final String target = request.uri().toString();
        return target.contains("/hours?") && target.contains("order=")
                ? Answers.withBody(
                        answer,
                        Answers.body(answer)
                                .replaceAll(
                                        "\"order\":\"[^\"]*\"",
                                        "\"order\":\"" + target.replaceFirst(".*[?&]order=([^&]*).*", "$1") + "\""))
                : answer;
    }

    private static UsageProvider withoutFilterByIccid(final UsageProvider acme) {
        return new SameProvider(acme) {
            @Override
            public Optional<UsageRecords> records() {
                return super.records()
                        .map(records -> (query, cursor) -> records.page(
                                query.sim().filter(Iccid.class::isInstance).isPresent()
                                        ? new UsageRecordQuery(
                                                query.from(), query.to(), Optional.empty(), query.country())
                                        : query,
                                cursor));
            }
        };
    }
}
