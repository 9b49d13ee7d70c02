package com.example.acme.simulator;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.DocumentedRefusal;
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
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A running Acme: two keys on every request, 20 requests a second, errors as HTTP 200. */
final class AcmeCarrier implements SimulatedCarrier {

    private static final int ON_A_PAGE = 50;
    private static final SimId ANOTHER_ACCOUNTS = CarrierSimId.of("ORD-0.other-0000");

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
                        SimulatorRoute.get("/v1/hours", Purpose.RECORDS, guarded(this::hours)),
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
    public Optional<SimId> forbiddenSim() {
        return Optional.of(ANOTHER_ACCOUNTS);
    }

    @Override
    public boolean groupsByHour() {
        return true;
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
    public List<DocumentedRefusal> refusals() {
        return List.of(
                new DocumentedRefusal(error("NOT_YOURS"), Kind.PERMISSION_DENIED),
                new DocumentedRefusal(error("NO_SUCH_ORDER"), Kind.NOT_FOUND),
                new DocumentedRefusal(error("ORDER_ERASED"), Kind.GONE),
                new DocumentedRefusal(error("BAD_FIELD"), Kind.REJECTED_INPUT),
                new DocumentedRefusal(error("KEY_REFUSED"), Kind.AUTHENTICATION_FAILED),
                new DocumentedRefusal(slowDown(), Kind.TOO_MANY_REQUESTS),
                new DocumentedRefusal(error("MAINTENANCE"), Kind.UNAVAILABLE));
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
        final String id = request.variable(SimulatorRoute.SIM);
        if (id.equals(ANOTHER_ACCOUNTS.value())) {
            return error("NOT_YOURS");
        }
        final AcmeOrder order = orders.get(id);
        if (order == null) {
            return error("NO_SUCH_ORDER");
        }
        return order.erased() ? error("ORDER_ERASED") : success(order.json(request.time()));
    }

    private SimulatorAnswer events(final SimulatorRequest request) {
        return page(request, "events", found(request).map(AcmeEvent::json).toList());
    }

    private SimulatorAnswer hours(final SimulatorRequest request) {
        final String order = Optional.ofNullable(request.query().get("order"))
                .map(asked -> ",\"order\":\"%s\"".formatted(asked.get(0)))
                .orElse("");
        final Map<Long, Long> hours = found(request)
                .filter(event -> event.service() == Service.DATA)
                .collect(Collectors.groupingBy(
                        event -> event.at() - event.at() % 3_600,
                        TreeMap::new,
                        Collectors.summingLong(AcmeEvent::used)));
        return page(
                request,
                "hours",
                hours.entrySet().stream()
                        .map(hour -> "{\"hour\":%d,\"bytes\":%d%s}".formatted(hour.getKey(), hour.getValue(), order))
                        .toList());
    }

    private Stream<AcmeEvent> found(final SimulatorRequest request) {
        final Map<String, List<String>> query = request.query();
        final long from = Long.parseLong(query.get("from").get(0));
        final long until = Long.parseLong(query.get("until").get(0));
        return population.events().stream()
                .filter(event -> event.at() >= from && event.at() < until)
                .filter(event -> matches(query.get("order"), event.order().value()))
                .filter(event -> matches(query.get("country"), event.country()));
    }

    private static SimulatorAnswer page(final SimulatorRequest request, final String name, final List<String> found) {
        final int page = Integer.parseInt(request.query().get("page").get(0));
        final int pages = Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        if (page < 1 || page > pages) {
            return error("BAD_FIELD");
        }
        return success("{\"page\":%d,\"pages\":%d,\"%s\":[%s]}"
                .formatted(
                        page,
                        pages,
                        name,
                        found.stream()
                                .skip((page - 1L) * ON_A_PAGE)
                                .limit(ON_A_PAGE)
                                .collect(Collectors.joining(","))));
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
