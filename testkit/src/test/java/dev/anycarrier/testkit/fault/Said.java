package dev.anycarrier.testkit.fault;

import dev.anycarrier.usage.SimId;

/** What the made-up carrier says when all is well, and how its servers say it. */
final class Said {

    static final long TOTAL = 5_000;
    static final long REMAINING = 1_234;

    private Said() {}

    /** A good answer about the planted SIM. */
    static Answer usage() {
        return Answer.json(200, usageOf(Planted.SIM, TOTAL, REMAINING));
    }

    /** A good answer about the SIM that was asked for. */
    static Answer usage(final ReceivedRequest request) {
        final SimId sim = request.target().contains(Planted.OTHER_SIM.value()) ? Planted.OTHER_SIM : Planted.SIM;
        return Answer.json(200, usageOf(sim, TOTAL, REMAINING));
    }

    /** The body of a good answer. */
    static String usageOf(final SimId sim, final long total, final long remaining) {
        return "{\"iccid\":\"" + sim.value() + "\",\"data\":{\"total\":" + total + ",\"remaining\":" + remaining + "}}";
    }

    /** A token. */
    static Answer token(final String token) {
        return Answer.json(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
    }
}
