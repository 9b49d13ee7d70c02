package dev.anycarrier.testkit.conformance;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.testkit.SimulatorServer;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.Forwarding;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Acme with a token endpoint in front of it, which gives a token to anybody. */
final class AcmeTokenSimulator implements CarrierSimulator {

    private static final SimulatorAnswer TOKEN = SimulatorAnswer.ok(
            "{\"token_type\":\"Bearer\",\"access_token\":\"acme-token-0123456789\",\"expires_in\":3600}");

    @Override
    public String carrier() {
        return "acme";
    }

    @Override
    public SimulatedCarrier start(final SimulatorOptions options) {
        final SimulatedCarrier acme = new AcmeSimulator().start(options);
        final Forwarding behind = new Forwarding(acme.address());
        final SimulatorServer front = SimulatorServer.start(
                options,
                List.of(
                        SimulatorRoute.post("/token", Purpose.TOKEN, request -> TOKEN),
                        SimulatorRoute.get("/v1/orders/{sim}/packages", Purpose.USAGE, request -> ask(behind, request)),
                        SimulatorRoute.get("/v1/events", Purpose.RECORDS, request -> ask(behind, request)),
                        SimulatorRoute.get("/v1/hours", Purpose.RECORDS, request -> ask(behind, request)),
                        SimulatorRoute.get("/v1/fleets/{fleet}", Purpose.OTHER, request -> ask(behind, request))),
                SimulatorAnswer.of(404, "{}"));
        return new WithTokens(acme, front);
    }

    private static SimulatorAnswer ask(final Forwarding behind, final SimulatorRequest request) {
        final HttpResponse answer = behind.forward(
                new ReceivedRequest(0, request.method(), request.target(), request.headers(), request.body()));
        return SimulatorAnswer.of(answer.status(), Answers.body(answer));
    }

    private record WithTokens(SimulatedCarrier acme, SimulatorServer front) implements SimulatedCarrier {

        @Override
        public String carrier() {
            return acme.carrier();
        }

        @Override
        public URI address() {
            return front.address();
        }

        @Override
        public Map<String, String> settings() {
            final Map<String, String> settings = new HashMap<>(acme.settings());
            settings.put("endpoint", address().toString());
            return settings;
        }

        @Override
        public List<SimTruth> sims() {
            return acme.sims();
        }

        @Override
        public SimId unknownSim() {
            return acme.unknownSim();
        }

        @Override
        public List<UsageRecord> records() {
            return acme.records();
        }

        @Override
        public Ledger ledger() {
            return front.ledger();
        }

        @Override
        public void close() {
            front.close();
            acme.close();
        }
    }
}
