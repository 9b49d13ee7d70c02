package dev.anycarrier.simulation.fleet;

import dev.anycarrier.simulation.fleet.FaultKind.Place;
import dev.anycarrier.simulation.schedule.VirtualTime;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.LimitScope;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One account at one carrier. It answers in no time: what takes time is the wire. Its clock is never stepped.
 */
public final class SimulatedCarrier {

    private final CarrierOptions options;
    private final Dialect dialect;
    private final VirtualTime time;
    private final Faults faults;
    private final FaultListener listener;
    private final Credentials credentials;
    private final IssuedTokens tokens;
    private final Ledger ledger;
    private final Map<LimitScope, Window> windows = new HashMap<>();
    private final TokenEndpoint tokenEndpoint;
    private boolean revoked;
    private boolean accountClosed;
    private long requests;

    SimulatedCarrier(
            final CarrierOptions options,
            final Dialect dialect,
            final VirtualTime time,
            final Faults faults,
            final FaultListener listener,
            final boolean keepsLedger) {
        this.options = options;
        this.dialect = dialect;
        this.time = time;
        this.faults = faults;
        this.listener = listener;
        this.credentials = new Credentials(options.population().seed());
        this.tokens = new IssuedTokens(options.population().seed());
        this.tokenEndpoint = new TokenEndpoint(tokens, credentials, options.tokenLifetime());
        this.ledger = new Ledger(keepsLedger);
        options.limits().sim().ifPresent(limit -> windows.put(LimitScope.SIM, limit.open()));
        options.limits().account().ifPresent(limit -> windows.put(LimitScope.ACCOUNT, limit.open()));
        options.limits().token().ifPresent(limit -> windows.put(LimitScope.TOKEN_ENDPOINT, limit.open()));
    }

    /** The account's name. */
    public String account() {
        return options.account();
    }

    /** What it is like. */
    public CarrierOptions options() {
        return options;
    }

    /** What it saw. */
    public Ledger ledger() {
        return ledger;
    }

    /** Its secret, at both ends. */
    public Credentials credentials() {
        return credentials;
    }

    /** The settings of the account, but for its secret. */
    public Map<String, String> settings() {
        return options.settings(credentials.clientId());
    }

    /** Everything that must never be seen: secrets and tokens. */
    public List<String> secrets() {
        final List<String> all = new ArrayList<>(credentials.all());
        all.addAll(tokens.all());
        return all;
    }

    /** Whether its owner or it has closed the account. */
    public boolean isAccountClosed() {
        return accountClosed;
    }

    /** Whether the latest token is good no more. */
    public boolean isTokenOver() {
        final int latest = tokens.all().size();
        return latest > 0 && !tokens.isGood(latest, time.elapsed().toNanos());
    }

    /** What is going to happen to a request, before it is written. */
    Optional<Fault> fault(final HttpRequest sent) {
        requests++;
        final CarrierRequest request = CarrierRequest.of(sent, dialect);
        final Duration now = time.elapsed();
        final Optional<Fault> hit = places(request.purpose()).stream()
                .flatMap(place -> faults.hitting(place, account(), now, requests).stream())
                .findFirst();
        hit.ifPresent(fault -> listener.hit(fault, request.sim()));
        return hit;
    }

    /** Takes a request that was written, and decides on its answer. */
    LedgerEntry take(final HttpRequest sent, final Optional<Fault> fault, final long entered, final String process) {
        final CarrierRequest request = CarrierRequest.of(sent, dialect);
        final long now = time.elapsed().toNanos();
        final int generation = dialect.usesTokens() ? tokens.generation(request.authorization()) : 0;
        final CarrierAnswer answer = dated(answer(request, fault, generation, process, now));
        final LedgerEntry entry = new LedgerEntry(account(), process, request, entered, now, generation, fault, answer);
        ledger.add(entry);
        return entry;
    }

    private List<Place> places(final Purpose purpose) {
        return switch (purpose) {
            case TOKEN -> List.of(Place.TOKEN, Place.EXCHANGE);
            case BALANCE, UNKNOWN -> List.of(Place.QUESTION, Place.EXCHANGE);
            case SIM_RECORDS, SIM_DETAILS, ACCOUNT_RECORDS -> List.of(Place.PAGE, Place.QUESTION, Place.EXCHANGE);
        };
    }

    private CarrierAnswer answer(
            final CarrierRequest request,
            final Optional<Fault> fault,
            final int generation,
            final String process,
            final long now) {
        if (request.purpose() == Purpose.TOKEN) {
            return count(LimitScope.TOKEN_ENDPOINT, "", process, now)
                    .orElseGet(() -> Trouble.atTokenEndpoint(fault, dialect)
                            .orElseGet(() -> tokenEndpoint.answer(request, fault, now)));
        }
        fault.ifPresent(hit -> {
            if (hit.kind() == FaultKind.TOKEN_REVOKED && !revoked) {
                revoked = true;
                tokens.revokeAll();
            }
            accountClosed |= hit.kind() == FaultKind.ACCOUNT_CLOSED;
        });
        final Optional<CarrierAnswer> tooMany = count(LimitScope.ACCOUNT, "", process, now);
        if (!isAuthenticated(request, fault, generation, now)) {
            return dialect.unauthenticated();
        }
        return tooMany.or(() -> request.sim().flatMap(sim -> count(LimitScope.SIM, sim, process, now)))
                .or(() -> accountClosed
                        ? Optional.of(dialect.error(403, "account_closed", "The account is closed"))
                        : Optional.empty())
                .or(() -> fault.flatMap(hit -> Trouble.withQuestion(hit, request, dialect, options, time)))
                .orElseGet(() -> dialect.answer(request, fault, time.elapsed()));
    }

    private boolean isAuthenticated(
            final CarrierRequest request, final Optional<Fault> fault, final int generation, final long now) {
        if (!dialect.usesTokens()) {
            return credentials.acceptsKey(request.authorization());
        }
        final boolean flaps =
                fault.filter(hit -> hit.kind() == FaultKind.TOKEN_FLAPS).isPresent();
        return generation > 0 && tokens.isGood(generation, now) && !flaps;
    }

    /** Counts a request; what is over the limit is noted, and refused. */
    private Optional<CarrierAnswer> count(
            final LimitScope scope, final String key, final String process, final long now) {
        final Window window = windows.get(scope);
        if (window == null) {
            return Optional.empty();
        }
        final int there = window.add(key, process, now);
        if (there <= window.allowed()) {
            return Optional.empty();
        }
        final String what = "%s: at %d ns request %d where %d are allowed, by %s"
                .formatted(account(), now, there, window.allowed(), scope);
        ledger.violation(new Ledger.Violation(what, window.isOfOneProcess(key)));
        final long seconds = 1 + window.untilFree(key, now) / 1_000_000_000L;
        return Optional.of(
                dialect.error(429, "too_many", "Too Many Attempts.").withHeader("Retry-After", Long.toString(seconds)));
    }

    private CarrierAnswer dated(final CarrierAnswer answer) {
        return answer.response().headers().first("Date").isPresent()
                ? answer
                : answer.withHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.ofInstant(time.trueInstant(), ZoneOffset.UTC)));
    }
}
