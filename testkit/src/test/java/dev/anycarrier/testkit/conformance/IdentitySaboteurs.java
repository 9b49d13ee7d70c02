package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Ways to answer about the wrong SIM. */
final class IdentitySaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                            "IDENTITY-01",
                            "names SIMs in its own way",
                            () -> AcmeWith.report(report -> Altered.report(
                                    report,
                                    parts -> parts.sim = CarrierSimId.of(
                                            "acme-" + report.sim().value()))))
                    // Through the engine a report about another SIM is none at all.
                    .andMayBreak(
                            "IDENTITY-02",
                            "IDENTITY-05",
                            "IDENTITY-06",
                            "IDENTITY-07",
                            "IDENTITY-08",
                            "IDENTITY-09",
                            "IDENTITY-12"),
            Saboteur.of(
                            "IDENTITY-02",
                            "calls every account by the same name",
                            () -> AcmeWith.report(report -> Altered.report(report, parts -> parts.account = "default")))
                    .andMayBreak(
                            "IDENTITY-01",
                            "IDENTITY-05",
                            "IDENTITY-06",
                            "IDENTITY-07",
                            "IDENTITY-08",
                            "IDENTITY-09",
                            "IDENTITY-12"),
            Saboteur.of(
                            "IDENTITY-03",
                            "has something to say about any SIM",
                            () -> AcmeWith.usage(IdentitySaboteurs::anything))
                    .andMayBreak("IDENTITY-08", "IDENTITY-10"),
            Saboteur.of(
                    "IDENTITY-04",
                    "asks about ICCIDs as if they were orders",
                    () -> AcmeWith.usage((acme, sim) -> acme.usage(CarrierSimId.of(sim.value())))),
            Saboteur.of(
                            "IDENTITY-05",
                            "takes any answer for the one it waits for",
                            () -> AcmeWith.sending(IdentitySaboteurs::asIfAboutTheSame))
                    .andMayBreak("IDENTITY-07"),
            Saboteur.of(
                            "CONCURRENCY-01",
                            "keeps the question under way in a field",
                            () -> AcmeWith.usage(new OneField()::usage))
                    .andMayBreak("IDENTITY-01"),
            Saboteur.of("IDENTITY-06", "makes one provider for all accounts", OnlyOne::new));

    private IdentitySaboteurs() {}

    private static UsageReport anything(final UsageProvider acme, final SimId sim) {
        try {
            return acme.usage(sim);
        } catch (final UsageException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Altered.empty(sim, SimStatus.UNKNOWN);
            }
            throw e;
        }
    }

    private static HttpResponse asIfAboutTheSame(final Transport transport, final HttpRequest request) {
        final HttpResponse answer = transport.send(request);
        if (!request.uri().getPath().endsWith("/packages")) {
            return answer;
        }
        final String order = request.uri().getPath().replaceFirst(".*/orders/(.*)/packages", "$1");
        return Answers.withBody(
                answer, Answers.body(answer).replaceFirst("\"order\":\"[^\"]*\"", "\"order\":\"" + order + "\""));
    }

    private static final class OneField {

        private final AtomicReference<SimId> underWay = new AtomicReference<>();

        UsageReport usage(final UsageProvider acme, final SimId sim) {
            underWay.compareAndSet(null, sim);
            try {
                return acme.usage(underWay.get());
            } finally {
                underWay.compareAndSet(sim, null);
            }
        }
    }

    private static final class OnlyOne extends AcmeWith.Factory {

        private final AtomicReference<UsageProvider> only = new AtomicReference<>();

        @Override
        public UsageProvider create(final ProviderContext context) {
            final UsageProvider acme = super.create(context);
            only.compareAndSet(null, acme);
            return new SameProvider(only.get()) {
                @Override
                public void close() {
                    super.close();
                    only.set(null);
                }
            };
        }
    }
}
