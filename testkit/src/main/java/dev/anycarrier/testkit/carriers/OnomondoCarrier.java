package dev.anycarrier.testkit.carriers;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.Draw;
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
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Onomondo: the request limit and its headers around every answer. Nothing is used while it runs, so that what it told
 * once stays true. The bodies of its 401 and 429 are not published; those here are made up.
 */
final class OnomondoCarrier implements SimulatedCarrier {

    static final String NAME = "onomondo";

    private static final int REQUESTS = 600;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** A kit starts the same carrier hundreds of times a minute, and most of a start is what it draws. */
    private static final AtomicReference<@Nullable Drawn> LAST_DRAWN = new AtomicReference<>();

    private final boolean limited;
    private final RequestLimit accountLimit;
    private final String apiKey;
    private final OnomondoPopulation population;
    private final List<SimTruth> truths;
    private final OnomondoAnswers answers;
    private final SimulatorServer server;

    private OnomondoCarrier(final SimulatorOptions options) {
        final Draw draw = Draw.of(NAME, options.seed());
        this.limited = options.limits();
        this.accountLimit = options.otherLimit(LimitScope.ACCOUNT).orElseGet(() -> new RequestLimit(REQUESTS, WINDOW));
        this.apiKey = draw.lettersAndDigits(48);
        final Drawn drawn = drawn(draw, options);
        this.population = drawn.population;
        this.truths = drawn.truths;
        this.answers = drawn.answers;
        this.server = SimulatorServer.start(
                options,
                List.of(
                        route("/usage", Purpose.RECORDS, answers::accountUsage),
                        route("/usage/{sim}", Purpose.USAGE, answers::simUsage),
                        route("/usage/tag-total/{tag}", Purpose.OTHER, answers::tagTotal),
                        route("/sims/{sim}", Purpose.OTHER, answers::sim)),
                new OnomondoRefusal(404, "not_found").answer());
    }

    /** Drawn by the minute, so that carriers of one seed that start soon after each other have the same. */
    private static Drawn drawn(final Draw draw, final SimulatorOptions options) {
        final Instant now = options.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        final Drawn last = LAST_DRAWN.get();
        if (last != null && last.isOf(options, now)) {
            return last;
        }
        final OnomondoPopulation population = OnomondoPopulation.draw(draw, options.sims(), now);
        final Drawn drawn = new Drawn(
                options.seed(),
                options.sims(),
                now,
                population,
                population.sims().stream().map(OnomondoSim::truth).toList(),
                new OnomondoAnswers(population));
        LAST_DRAWN.set(drawn);
        return drawn;
    }

    static SimulatedCarrier start(final SimulatorOptions options) {
        return new OnomondoCarrier(options);
    }

    @Override
    public String carrier() {
        return NAME;
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public Map<String, String> settings() {
        final Map<String, String> settings = new LinkedHashMap<>();
        settings.put("provider", NAME);
        settings.put("base-url", address().toString());
        settings.put("api-key", apiKey);
        return Collections.unmodifiableMap(settings);
    }

    @Override
    public List<SimTruth> sims() {
        return truths;
    }

    @Override
    public SimId unknownSim() {
        return population.unknownSim();
    }

    @Override
    public Optional<SimId> forbiddenSim() {
        return Optional.of(population.forbiddenSim());
    }

    @Override
    public List<UsageRecord> records() {
        return answers.records().stream().map(OnomondoRecord::truth).toList();
    }

    @Override
    public boolean groupsByHour() {
        return true;
    }

    @Override
    public Map<String, Quantity> tagTotals() {
        return population.tags();
    }

    @Override
    public List<DocumentedRefusal> refusals() {
        return List.of(
                new DocumentedRefusal(new OnomondoRefusal(404, "sim_id_not_found").answer(), Kind.NOT_FOUND),
                new DocumentedRefusal(new OnomondoRefusal(403, "sim_id_forbidden").answer(), Kind.PERMISSION_DENIED),
                new DocumentedRefusal(new OnomondoRefusal(400, "sim_id_invalid").answer(), Kind.REJECTED_INPUT));
    }

    @Override
    public Ledger ledger() {
        return server.ledger();
    }

    @Override
    public void close() {
        server.close();
    }

    private SimulatorRoute route(
            final String path, final Purpose purpose, final Function<SimulatorRequest, String> handler) {
        return SimulatorRoute.get(path, purpose, request -> answer(request, handler));
    }

    private SimulatorAnswer answer(final SimulatorRequest request, final Function<SimulatorRequest, String> handler) {
        final Instant now = request.time();
        final RequestLimit.Verdict verdict = limited
                ? accountLimit.ask("", now)
                : new RequestLimit.Verdict(true, REQUESTS, REQUESTS, now.plus(WINDOW));
        return bodyOrRefusal(request, handler, verdict.admitted())
                .withHeader("x-ratelimit-limit", Integer.toString(verdict.limit()))
                .withHeader("x-ratelimit-remaining", Integer.toString(verdict.remaining()))
                .withHeader(
                        "x-ratelimit-reset", Long.toString(verdict.resetsAt().getEpochSecond()));
    }

    private SimulatorAnswer bodyOrRefusal(
            final SimulatorRequest request, final Function<SimulatorRequest, String> handler, final boolean admitted) {
        try {
            if (!admitted) {
                throw new OnomondoRefusal(429, "too_many_requests");
            }
            // The key as it is: the word Bearer in the rendered documents is the name of a scheme, not a prefix.
            if (!List.of(apiKey).equals(request.headers().all("Authorization"))) {
                throw new OnomondoRefusal(401, "unauthorized");
            }
            return SimulatorAnswer.ok(handler.apply(request));
        } catch (final OnomondoRefusal refusal) {
            return refusal.answer();
        }
    }

    /** What carriers have in common that are drawn from the same; none of it changes. */
    private record Drawn(
            long seed,
            int sims,
            Instant now,
            OnomondoPopulation population,
            List<SimTruth> truths,
            OnomondoAnswers answers) {

        private boolean isOf(final SimulatorOptions options, final Instant moment) {
            return seed == options.seed() && sims == options.sims() && now.equals(moment);
        }
    }
}
