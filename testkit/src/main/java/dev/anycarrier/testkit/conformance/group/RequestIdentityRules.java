package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.KnownAnswer;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The right SIM in each request, and in each answer by itself. */
public final class RequestIdentityRules {

    /** What stands around a segment of a path, a parameter, and the value of a filter in one. */
    private static final Pattern SEPARATORS = Pattern.compile("[/?&=:,]");

    public static final List<CheckedRule> ALL = List.of(
            must(
                            Group.IDENTITY,
                            7,
                            "Each answer is held against the SIM, where it names one, by each of its names for it.")
                    .because("Of two answers to one question one may be somebody else's.")
                    .lookAt("Checks that are made of the first answer only, or of the first field only.")
                    .shownBy(RequestIdentityRules::eachAnswer),
            must(Group.IDENTITY, 8, "A refusal in place of an answer is a failure, whatever status it has.")
                    .because("Carriers send errors as 200, and decoders make an empty report of them.")
                    .lookAt("Required fields, and the carrier's way to say that something went wrong.")
                    .shownBy(RequestIdentityRules::refusalAsSuccess),
            must(Group.IDENTITY, 9, "A question about a SIM asks about that SIM, and nothing twice.")
                    .because("Every request costs one of the few that the carrier allows.")
                    .lookAt("Identifiers that are parsed and written anew, and answers that are fetched and dropped.")
                    .shownBy(RequestIdentityRules::asksAboutTheSim),
            must(
                            Group.IDENTITY,
                            10,
                            "An identifier reaches the carrier to the letter, or is REJECTED_INPUT without a request.")
                    .because("007 is not 7, and a.b is one name.")
                    .lookAt("Numbers made of identifiers, trimming, and changes of case.")
                    .shownBy(RequestIdentityRules::toTheLetter),
            must(Group.IDENTITY, 11, "A SIM of another customer is PERMISSION_DENIED or NOT_FOUND.")
                    .because("It is neither this customer's nor used up.")
                    .lookAt("Status 403, or the carrier's own code for it.")
                    .shownBy(RequestIdentityRules::anotherCustomers),
            must(
                            Group.IDENTITY,
                            12,
                            "A wrong check digit of an ICCID is among the warnings, and stands in nobody's way.")
                    .because("Real carriers issue such identifiers, and so do typing errors.")
                    .lookAt("UsageWarning.ofCheckDigit(sim).")
                    .shownBy(RequestIdentityRules::checkDigits));

    private RequestIdentityRules() {}

    private static void eachAnswer(final Trial trial) {
        final List<KnownAnswer<UsageReport>> known = new ArrayList<>();
        DifferentSims.of(trial).answers().stream()
                .filter(answer -> !named(answer).isEmpty())
                .forEach(known::add);
        if (known.isEmpty()) {
            throw NotTried.notApplicable("the carrier's answers do not name the SIM they are about");
        }
        for (final KnownAnswer<UsageReport> answer : known) {
            named(answer)
                    .forEach(spot -> spot.as(spot.place()
                                    .written(RecordValueRules.another(
                                            spot.place().text())))
                            .mustBeUnreadable());
            final KnownAnswer<UsageReport> other = known.get((known.indexOf(answer) + 1) % known.size());
            named(other).stream()
                    .map(Spot::request)
                    .distinct()
                    .filter(request -> other != answer && names(answer, request))
                    .forEach(request -> answer.again(
                                    request,
                                    Answers.body(other.given().get(request)),
                                    answer.asked() + " with the answer to request " + (request + 1) + " being about "
                                            + other.answer().sim())
                            .mustBeUnreadable());
        }
    }

    private static boolean names(final KnownAnswer<UsageReport> answer, final int request) {
        return named(answer).stream().anyMatch(spot -> spot.request() == request);
    }

    private static List<Spot<UsageReport>> named(final KnownAnswer<UsageReport> answer) {
        return answer.spots().stream()
                .filter(spot -> spot.place().text().equals(answer.answer().sim().value()))
                .toList();
    }

    private static void refusalAsSuccess(final Trial trial) {
        trial.failure(trial.carrier().unknownSim());
        final List<Exchange> exchanges = trial.overlay().exchanges();
        final HttpResponse refusal = exchanges.get(exchanges.size() - 1).answer();
        final KnownAnswer<UsageReport> known = KnownAnswer.usage(trial, trial.sim());
        for (final String body : List.of(Answers.body(refusal), "{\"error\":\"kit\"}", "{\"error\":{\"code\":1}}")) {
            for (int request = 0; request < known.given().size(); request++) {
                final String how = known.asked() + " with a refusal as the answer to request " + (request + 1);
                final boolean failed = known.again(request, body, how).failure().isPresent();
                unless(failed || body.isEmpty(), how + " was answered");
            }
        }
    }

    private static void asksAboutTheSim(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            final int before = trial.carrier().ledger().entries().size();
            trial.report(truth.sim());
            final Set<String> seen = new HashSet<>();
            trial.carrier().ledger().entries().stream()
                    .skip(before)
                    .filter(entry -> entry.purpose() != Ledger.Purpose.TOKEN)
                    .forEach(entry -> {
                        final String sim = entry.sim().orElse(truth.sim().value());
                        unless(
                                sim.equals(truth.sim().value()),
                                "asked about " + truth.sim() + ", it asks about another SIM");
                        unless(
                                !entry.method().equals("GET") || seen.add(entry.target()),
                                "asked about " + truth.sim() + ", it sends one request twice");
                    });
        }
    }

    private static void toTheLetter(final Trial trial) {
        final Set<IdentifierType> accepted = trial.provider().descriptor().identifiers();
        final Stream<SimId> iccids =
                Stream.of("00120345678901234560", "89001234567890123").map(Iccid::of);
        final Stream<SimId> own =
                Stream.of("000000070", "0", "a.B_c-D", "-7_", "x".repeat(64)).map(CarrierSimId::of);
        Stream.concat(iccids, own)
                .filter(sim -> accepted.contains(IdentifierType.of(sim)))
                .forEach(sim -> mustArrive(trial, sim));
    }

    private static void mustArrive(final Trial trial, final SimId sim) {
        final int before = trial.overlay().exchanges().size();
        final UsageException failure = trial.failure(sim);
        final List<Exchange> requests = trial.overlay().exchanges().stream()
                .skip(before)
                .filter(exchange -> !exchange.isForToken())
                .toList();
        if (requests.isEmpty()) {
            unless(
                    failure.kind() == Kind.REJECTED_INPUT,
                    "nothing was asked about " + sim + ": " + failure.getMessage());
        }
        requests.forEach(exchange -> unless(
                isIn(sim.value(), exchange),
                "the identifier " + sim + " of " + sim.value().length() + " characters is no whole segment of the path,"
                        + " no parameter and not in the body of the request"));
    }

    private static boolean isIn(final String sim, final Exchange exchange) {
        final String target = URLDecoder.decode(exchange.request().target(), StandardCharsets.UTF_8);
        return Arrays.asList(SEPARATORS.split(target, -1)).contains(sim)
                || exchange.request().body().contains(sim);
    }

    private static void anotherCustomers(final Trial trial) {
        final SimId forbidden = trial.carrier()
                .forbiddenSim()
                .orElseThrow(() -> NotTried.notApplicable("the carrier tells no SIM of another customer from none"));
        final UsageException failure = trial.failure(forbidden);
        unless(
                failure.kind() == Kind.PERMISSION_DENIED || failure.kind() == Kind.NOT_FOUND,
                "it is " + failure.getMessage());
    }

    private static void checkDigits(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            final boolean wrong = truth.sim() instanceof Iccid iccid && !iccid.hasValidCheckDigit();
            final UsageReport report = trial.report(truth.sim());
            final boolean warned = report.warnings().stream()
                    .anyMatch(warning -> warning.kind() == UsageWarning.Kind.ICCID_CHECK_DIGIT);
            unless(
                    warned == wrong,
                    "the check digit of " + truth.sim() + " is " + (wrong ? "wrong" : "right, or it has none")
                            + ", and the warnings are " + report.warnings());
        }
    }
}
