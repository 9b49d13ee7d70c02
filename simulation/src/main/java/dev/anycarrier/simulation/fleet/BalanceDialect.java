package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Airalo, or PressOne.
 *
 * @param population the SIMs
 * @param usagePath the path before {@code /sims}
 * @param tokenPath the path of the token endpoint
 * @param airalo whether errors are worded as Airalo's
 */
record BalanceDialect(Population population, String usagePath, String tokenPath, boolean airalo) implements Dialect {

    private static final String BEFORE = "/sims/";
    private static final String AFTER = "/usage";

    @Override
    public Purpose purpose(final String method, final String path) {
        if (method.equals("POST") && path.equals(tokenPath)) {
            return Purpose.TOKEN;
        }
        return method.equals("GET") && path.startsWith(usagePath + BEFORE) && path.endsWith(AFTER)
                ? Purpose.BALANCE
                : Purpose.UNKNOWN;
    }

    @Override
    public Optional<String> sim(final Purpose purpose, final String path) {
        return purpose == Purpose.BALANCE
                ? Optional.of(path.substring(usagePath.length() + BEFORE.length(), path.length() - AFTER.length()))
                : Optional.empty();
    }

    @Override
    public boolean usesTokens() {
        return true;
    }

    @Override
    public CarrierAnswer answer(final CarrierRequest request, final Optional<Fault> fault, final Duration at) {
        final OptionalLong number = population.find(request.sim().orElse(""));
        if (number.isEmpty()) {
            return airalo
                    ? CarrierAnswer.of(404, "{\"data\":[],\"meta\":{\"message\":\"messages.resource_not_found\"}}")
                    : error(404, "not_found", "The resource was not found");
        }
        final boolean older =
                fault.filter(hit -> hit.kind() == FaultKind.OLDER_VALUE).isPresent();
        final Duration when = older ? at.minusMillis(fault.orElseThrow().amount()) : at;
        final BalanceTruth now = BalanceTruth.of(population, number.getAsLong(), when);
        if (now.kind() == BalanceTruth.Kind.GONE) {
            return airalo
                    ? CarrierAnswer.of(422, "{\"code\":73,\"reason\":\"The SIM was recycled.\"}")
                    : error(404, "not_found", "The resource was not found");
        }
        final boolean lower =
                fault.filter(hit -> hit.kind() == FaultKind.LOWER_VALUE).isPresent();
        final BalanceTruth told = lower ? now.lower() : now;
        return CarrierAnswer.of(200, told.json()).saying(told.said());
    }

    @Override
    public CarrierAnswer unauthenticated() {
        return airalo
                ? CarrierAnswer.of(401, "{\"data\":[],\"meta\":{\"message\":\"Unauthenticated.\"}}")
                : error(401, "401", "Unauthenticated");
    }

    @Override
    public CarrierAnswer error(final int status, final String code, final String text) {
        return CarrierAnswer.of(status, "{\"code\":\"" + code + "\",\"reason\":\"" + text + "\"}");
    }
}
