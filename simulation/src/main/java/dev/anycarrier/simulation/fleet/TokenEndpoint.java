package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.util.Optional;

/**
 * Gives out tokens.
 *
 * @param tokens those given out
 * @param credentials whom it believes
 * @param lifetime how long a token lives
 */
record TokenEndpoint(IssuedTokens tokens, Credentials credentials, Duration lifetime) {

    CarrierAnswer answer(final CarrierRequest request, final Optional<Fault> fault, final long now) {
        if (!credentials.accepts(request)) {
            return CarrierAnswer.of(401, "{\"data\":[],\"meta\":{\"message\":\"Client authentication failed\"}}");
        }
        final int generation = tokens.issue(now, lifetime);
        final String expiry = fault.filter(hit -> hit.kind() == FaultKind.TOKEN_LIFETIME)
                .map(hit -> switch ((int) (hit.amount() % 4)) {
                    case 0 -> "\"expires_in\":-5,";
                    case 1 -> "\"expires_in\":\"soon\",";
                    case 2 -> "\"expires_in\":1000000000000000000,";
                    default -> "";
                })
                .orElse("\"expires_in\":" + lifetime.toSeconds() + ",");
        return CarrierAnswer.of(
                        200,
                        "{\"data\":{\"token_type\":\"Bearer\"," + expiry + "\"access_token\":\""
                                + tokens.text(generation) + "\"},\"meta\":{\"message\":\"success\"}}")
                .issuing(generation);
    }
}
