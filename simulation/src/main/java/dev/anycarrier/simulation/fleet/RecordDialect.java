package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Onomondo.
 *
 * @param population the SIMs
 * @param pages its pages of records
 */
record RecordDialect(Population population, RecordPages pages) implements Dialect {

    private static final String USAGE = "/usage";
    private static final String SIMS = "/sims/";

    @Override
    public Purpose purpose(final String method, final String path) {
        if (!method.equals("GET")) {
            return Purpose.UNKNOWN;
        }
        if (path.equals(USAGE)) {
            return Purpose.ACCOUNT_RECORDS;
        }
        if (path.startsWith(USAGE + "/")) {
            return Purpose.SIM_RECORDS;
        }
        return path.startsWith(SIMS) ? Purpose.SIM_DETAILS : Purpose.UNKNOWN;
    }

    @Override
    public Optional<String> sim(final Purpose purpose, final String path) {
        return switch (purpose) {
            case SIM_RECORDS -> Optional.of(path.substring(USAGE.length() + 1));
            case SIM_DETAILS -> Optional.of(path.substring(SIMS.length()));
            default -> Optional.empty();
        };
    }

    @Override
    public boolean usesTokens() {
        return false;
    }

    @Override
    public CarrierAnswer answer(final CarrierRequest request, final Optional<Fault> fault, final Duration at) {
        final Optional<FaultKind> kind = fault.map(Fault::kind);
        if (request.purpose() == Purpose.ACCOUNT_RECORDS) {
            return request.parameter("filter").isEmpty()
                    ? error(400, "filter_required", "")
                    : pages.ofAccount(request, kind, at);
        }
        final OptionalLong asked = population.find(request.sim().orElse(""));
        if (asked.isEmpty()) {
            return error(404, "sim_id_not_found", "");
        }
        final long other = (asked.getAsLong() + 1) % population.size();
        // A page without records names nobody.
        final boolean wrong = kind.equals(Optional.of(FaultKind.WRONG_SIM))
                && request.parameter("next_page").isEmpty()
                && new RecordTruth(population, other).count(at) > 0;
        final long number = wrong ? other : asked.getAsLong();
        final Duration when = kind.equals(Optional.of(FaultKind.OLDER_VALUE))
                ? at.minusMillis(fault.orElseThrow().amount())
                : at;
        final RecordTruth truth = new RecordTruth(population, number);
        if (request.purpose() == Purpose.SIM_RECORDS) {
            return pages.ofSim(request, truth, kind, when, wrong);
        }
        final CarrierAnswer details = CarrierAnswer.of(200, truth.details(when));
        return wrong ? details.lying(truth.saidBucket(when)) : details.saying(truth.saidBucket(when));
    }

    @Override
    public CarrierAnswer unauthenticated() {
        return error(401, "unauthorized", "");
    }

    @Override
    public CarrierAnswer error(final int status, final String code, final String text) {
        return CarrierAnswer.of(status, "{\"error\":\"" + code + text + "\"}");
    }
}
