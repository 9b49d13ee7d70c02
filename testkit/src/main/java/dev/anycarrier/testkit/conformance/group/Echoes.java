package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.FailureText;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a carrier gives back of what it was given, and what it wants to be given back. */
final class Echoes {

    /** A piece this long of a secret or an identifier is as good as the whole. */
    private static final int PIECE = 12;

    private static final int SHORTEST_PROOF = 8;

    /** What a setting's last word says if its value tells who asks, and does not prove it. */
    private static final Set<String> TELLING = Set.of(
            "id",
            "identifier",
            "user",
            "username",
            "name",
            "number",
            "email",
            "account",
            "tenant",
            "customer",
            "partner",
            "organisation",
            "organization",
            "audience",
            "scope",
            "region",
            "version",
            "agent");

    private Echoes() {}

    static void areMasked(final Trial trial) {
        trial.report(trial.sim());
        final Set<String> echoes =
                new HashSet<>(trial.secrets().all(trial.overlay().exchanges()));
        echoes.add(trial.sim().value());
        for (final String echo : echoes) {
            final String body = "{\"code\":\"%1$s\",\"error\":\"%1$s\",\"message\":\"%1$s\"}".formatted(echo);
            for (final int status : List.of(400, 403, 500)) {
                final UsageException failure =
                        Refusal.of(trial, Answers.json(status, body)).failure();
                unless(
                        !holdsPiece(FailureText.of(failure), echo),
                        "a failure of kind " + failure.kind() + " holds a piece of what the carrier echoed: "
                                + (echo.equals(trial.sim().value()) ? "the identifier" : "a secret"));
            }
        }
    }

    /** In whatever case: who changes it has not made it anything else. */
    private static boolean holdsPiece(final String text, final String echo) {
        final String searched = text.toLowerCase(Locale.ROOT);
        final String lower = echo.toLowerCase(Locale.ROOT);
        for (int start = 0; start + PIECE <= lower.length(); start++) {
            if (searched.contains(lower.substring(start, start + PIECE))) {
                return true;
            }
        }
        return false;
    }

    static void cookiesAreNotKept(final Trial trial) {
        trial.overlay().answer(exchange -> withCookie(exchange.answer()));
        trial.overlay().answerTokens(exchange -> withCookie(exchange.answer()));
        trial.report(trial.sim());
        trial.carrier().revokeTokens();
        trial.report(trial.sim());
        unless(
                trial.overlay().exchanges().stream()
                        .allMatch(exchange ->
                                exchange.request().headers().all("Cookie").isEmpty()),
                "a request bears the cookie of an earlier answer");
    }

    private static HttpResponse withCookie(final HttpResponse answer) {
        return Answers.withHeader(answer, "Set-Cookie", "session=kit; Path=/");
    }

    static void proofsAreSecret(final Trial trial) {
        trial.report(trial.sim());
        for (final Setting<?> setting : trial.factory().settings()) {
            final String value = trial.overlay().settings().getOrDefault(setting.name(), "");
            if (!setting.isSecret() && !setting.isAddress() && value.length() >= SHORTEST_PROOF && !tells(setting)) {
                for (final Exchange exchange : trial.overlay().exchanges()) {
                    unless(
                            !isProof(exchange, value),
                            "the value of the setting " + setting + " is sent with "
                                    + (exchange.isForToken() ? "a request for a token" : "a question")
                                    + " as if it were a proof");
                }
            }
        }
    }

    private static boolean tells(final Setting<?> setting) {
        return TELLING.contains(setting.name().substring(setting.name().lastIndexOf('-') + 1));
    }

    private static boolean isProof(final Exchange exchange, final String value) {
        final ReceivedRequest request = exchange.request();
        final StringBuilder proofs = new StringBuilder(exchange.isForToken() ? request.body() : "");
        request.headers().forEach((name, text) -> proofs.append(text).append('\n'));
        return proofs.indexOf(value) >= 0;
    }
}
