package dev.anycarrier.testkit.template;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.testkit.SimulatorServer;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A running carrier of a template. Usage stands still while it runs. */
final class TemplateCarrier implements SimulatedCarrier {

    private final TemplateSimulator template;
    private final Optional<RecordPages> pages;
    private final Limits limits;
    private final Gate gate;
    private final List<SimTruth> sims;
    private final Map<String, SimTruth> byName;
    private final SimId unknown;
    private final SimId foreign;
    private final List<UsageRecord> records;
    private final SimulatorServer server;

    private TemplateCarrier(final TemplateSimulator template, final SimulatorOptions options) {
        final Draw draw = Draw.of(template.carrier(), options.seed());
        final CarrierTraits traits = template.traits();
        final Instant now = options.clock().instant();
        final SimDraw names = new SimDraw(traits, draw.split(), options.sims(), now);
        this.template = template;
        this.pages = template.records();
        this.limits = new Limits(traits.limits(), options);
        this.gate = Gate.of(template, draw.split(), limits);
        this.sims = names.sims(options.sims()).stream().map(template::adapt).toList();
        this.byName = sims.stream().collect(Collectors.toMap(sim -> sim.sim().value(), Function.identity()));
        this.unknown = names.newName();
        this.foreign = names.newName();
        this.records = pages.map(of -> new RecordDraw(traits, draw.split(), options.sims(), now).records(sims, of))
                .orElse(List.of());
        this.server = SimulatorServer.start(options, routes(), template.unknown());
    }

    static SimulatedCarrier start(final TemplateSimulator template, final SimulatorOptions options) {
        return new TemplateCarrier(template, options);
    }

    @Override
    public String carrier() {
        return template.carrier();
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public Map<String, String> settings() {
        final Map<String, String> settings = new LinkedHashMap<>();
        settings.put("provider", carrier());
        settings.put(template.addressSetting(), address().toString());
        settings.putAll(gate.settings());
        settings.putAll(template.otherSettings(address()));
        return Collections.unmodifiableMap(settings);
    }

    @Override
    public List<SimTruth> sims() {
        return sims;
    }

    @Override
    public SimId unknownSim() {
        return unknown;
    }

    @Override
    public Optional<SimId> forbiddenSim() {
        return template.traits().foreignSims() ? Optional.of(foreign) : Optional.empty();
    }

    @Override
    public List<UsageRecord> records() {
        return records;
    }

    @Override
    public List<DocumentedRefusal> refusals() {
        final List<DocumentedRefusal> refusals = new ArrayList<>();
        refusals.add(new DocumentedRefusal(template.unknown(), Kind.NOT_FOUND));
        if (sims.stream().anyMatch(SimTruth::gone)) {
            refusals.add(new DocumentedRefusal(template.gone(), Kind.GONE));
        }
        if (template.traits().foreignSims() && !template.forbidden().equals(template.unknown())) {
            refusals.add(new DocumentedRefusal(template.forbidden(), Kind.PERMISSION_DENIED));
        }
        refusals.add(new DocumentedRefusal(template.unauthorized(), Kind.AUTHENTICATION_FAILED));
        refusals.add(new DocumentedRefusal(template.tooManyRequests(Duration.ofSeconds(1)), Kind.TOO_MANY_REQUESTS));
        refusals.addAll(template.otherRefusals());
        return List.copyOf(refusals);
    }

    @Override
    public void revokeTokens() {
        gate.revokeTokens();
    }

    @Override
    public Ledger ledger() {
        return server.ledger();
    }

    @Override
    public void close() {
        server.close();
    }

    private List<SimulatorRoute> routes() {
        final List<SimulatorRoute> routes = new ArrayList<>(gate.routes());
        routes.add(SimulatorRoute.get(template.usagePath(), Purpose.USAGE, this::usage));
        pages.ifPresent(of -> routes.add(SimulatorRoute.get(
                of.path(), Purpose.RECORDS, request -> admitted(request, () -> page(of, request)))));
        return routes;
    }

    private SimulatorAnswer usage(final SimulatorRequest request) {
        return admitted(request, () -> {
            final String sim = template.sim(request);
            return limits.wait(LimitScope.SIM, sim, request.time())
                    .map(template::tooManyRequests)
                    .orElseGet(() -> about(sim, request.time()));
        });
    }

    private SimulatorAnswer about(final String name, final Instant now) {
        final SimTruth sim = byName.get(name);
        if (sim != null) {
            return sim.gone() ? template.gone() : SimulatorAnswer.ok(template.usage(sim, now));
        }
        return forbiddenSim().filter(other -> other.value().equals(name)).isPresent()
                ? template.forbidden()
                : template.unknown();
    }

    private SimulatorAnswer admitted(final SimulatorRequest request, final Supplier<SimulatorAnswer> answer) {
        if (!gate.admits(request)) {
            return template.unauthorized();
        }
        final Optional<Duration> wait = limits.wait(LimitScope.ACCOUNT, "", request.time());
        return wait.map(template::tooManyRequests).orElseGet(answer);
    }

    private SimulatorAnswer page(final RecordPages of, final SimulatorRequest request) {
        final RecordPages.Question question;
        try {
            question = of.question(request);
        } catch (final IllegalArgumentException e) {
            return template.rejected();
        }
        final List<UsageRecord> found = records.stream()
                .filter(record -> isAsked(record, question.query()))
                .toList();
        final int pageCount = Math.max(1, (found.size() + of.size() - 1) / of.size());
        if (question.number() < 1 || question.number() > pageCount) {
            return template.rejected();
        }
        final int first = (question.number() - 1) * of.size();
        return SimulatorAnswer.ok(of.page(new RecordPages.Page(
                found.subList(first, Math.min(found.size(), first + of.size())), question.number(), pageCount)));
    }

    private static boolean isAsked(final UsageRecord record, final UsageRecordQuery query) {
        return query.contains(record.time())
                && query.sim().map(record.sim()::equals).orElse(true)
                && query.country()
                        .map(country ->
                                record.network().flatMap(Network::country).equals(Optional.of(country)))
                        .orElse(true);
    }
}
