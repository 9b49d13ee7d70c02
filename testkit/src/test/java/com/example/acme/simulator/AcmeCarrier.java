package com.example.acme.simulator;

import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.RequestLimit;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.testkit.SimulatorServer;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A running Acme: two keys on every request, 20 requests a second, errors as HTTP 200. */
final class AcmeCarrier implements SimulatedCarrier {

    private static final int EVENTS_ON_A_PAGE = 50;

    private final AcmePopulation population;
    private final Map<String, AcmeOrder> orders;
    private final Optional<RequestLimit> limit;
    private final SimulatorServer server;

    AcmeCarrier(final SimulatorOptions options) {
        this.population = AcmePopulation.draw(options);
        this.orders = population.orders().stream()
                .collect(Collectors.toMap(order -> order.id().value(), Function.identity()));
        this.limit = options.limits() ? Optional.of(new RequestLimit(20, Duration.ofSeconds(1))) : Optional.empty();
        this.server = SimulatorServer.start(
                options,
                List.of(
                        SimulatorRoute.get("/v1/orders/{sim}/packages", Purpose.USAGE, guarded(this::packages)),
                        SimulatorRoute.get("/v1/events", Purpose.RECORDS, guarded(this::events)),
                        SimulatorRoute.get("/v1/fleets/{fleet}", Purpose.OTHER, guarded(this::fleet))),
                SimulatorAnswer.of(404, "{}"));
    }

    @Override
    public String carrier() {
        return "acme";
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "provider", carrier(),
                "endpoint", address().toString(),
                "partner-key", population.partnerKey(),
                "account-key", population.accountKey());
    }

    @Override
    public List<SimTruth> sims() {
        return population.orders().stream().map(AcmeOrder::truth).toList();
    }

    @Override
    public SimId unknownSim() {
        return CarrierSimId.of("ORD-0.none-0000");
    }

    @Override
    public List<UsageRecord> records() {
        return population.events().stream().map(AcmeEvent::truth).toList();
    }

    @Override
    public Map<String, Quantity> tagTotals() {
        return population.fleets();
    }

    @Override
    public Ledger ledger() {
        return server.ledger();
    }

    @Override
    public void close() {
        server.close();
    }

    private Function<SimulatorRequest, SimulatorAnswer> guarded(
            final Function<SimulatorRequest, SimulatorAnswer> answers) {
        return request -> {
            final boolean known = request.headers().first("X-Acme-Partner").equals(Optional.of(population.partnerKey()))
                    && request.headers().first("X-Acme-Account").equals(Optional.of(population.accountKey()));
            if (!known) {
                return error("KEY_REFUSED");
            }
            final boolean admitted = limit.map(
                            requests -> requests.ask("", request.time()).admitted())
                    .orElse(true);
            return admitted ? answers.apply(request) : slowDown();
        };
    }

    private SimulatorAnswer packages(final SimulatorRequest request) {
        final AcmeOrder order = orders.get(request.variable(SimulatorRoute.SIM));
        if (order == null) {
            return error("NO_SUCH_ORDER");
        }
        return order.erased() ? error("ORDER_ERASED") : success(order.json(request.time()));
    }

    private SimulatorAnswer events(final SimulatorRequest request) {
        final Map<String, List<String>> query = request.query();
        final long from = Long.parseLong(query.get("from").get(0));
        final long until = Long.parseLong(query.get("until").get(0));
        final int page = Integer.parseInt(query.get("page").get(0));
        final List<AcmeEvent> found = population.events().stream()
                .filter(event -> event.at() >= from && event.at() < until)
                .filter(event -> matches(query.get("order"), event.order().value()))
                .filter(event -> matches(query.get("country"), event.country()))
                .toList();
        final int pages = Math.max(1, (found.size() + EVENTS_ON_A_PAGE - 1) / EVENTS_ON_A_PAGE);
        if (page < 1 || page > pages) {
            return error("BAD_FIELD");
        }
        final String events = found.stream()
                .skip((page - 1L) * EVENTS_ON_A_PAGE)
                .limit(EVENTS_ON_A_PAGE)
                .map(AcmeEvent::json)
                .collect(Collectors.joining(","));
        return success("{\"page\":%d,\"pages\":%d,\"events\":[%s]}".formatted(page, pages, events));
    }

    private SimulatorAnswer fleet(final SimulatorRequest request) {
        final String fleet = request.variable("fleet");
        final Quantity total = population.fleets().get(fleet);
        return total == null
                ? error("NO_SUCH_FLEET")
                : success("{\"fleet\":\"%s\",\"bytes\":%d}".formatted(fleet, total.amount()));
    }

    private static boolean matches(final List<String> asked, final String value) {
        return asked == null || asked.contains(value);
    }

    private static SimulatorAnswer success(final String data) {
        return SimulatorAnswer.ok("{\"success\":true,\"data\":" + data + "}");
    }

    private static SimulatorAnswer error(final String code) {
        return SimulatorAnswer.ok("{\"success\":false,\"code\":\"" + code + "\"}");
    }

    private static SimulatorAnswer slowDown() {
        return SimulatorAnswer.ok("{\"success\":false,\"code\":\"SLOW_DOWN\",\"retry_in\":1}");
    }
}
