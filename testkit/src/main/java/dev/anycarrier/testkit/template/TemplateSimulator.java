package dev.anycarrier.testkit.template;

import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated carrier of which only this has to be said: what it has ({@link #traits}), where and to whom it answers
 * ({@link #usagePath}, {@link #authentication}), and what it answers about a SIM when all is well ({@link #usage}). The
 * SIMs, the truth about them, credentials, tokens, limits, refusals and the ledger come from the kit.
 *
 * <p>Write it from the carrier's documents and from nothing else, above all not from the provider: what both got wrong
 * together, nobody notices.
 *
 * <p>SIMs are drawn from the seed and from the month of the start. In each twenty of them there is every {@link SimKind}
 * that the carrier has, a SIM that used nothing, one that used everything, one with a single step left, one that used a
 * single step, and one with amounts that a {@code double} cannot hold, as far as the carrier can write such. No amount
 * and no date occurs twice, so that whoever swaps two fields, or puts a constant in their place, is noticed.
 *
 * <p>Methods are called by many threads at once. The class has a public constructor without parameters, and its name in
 * {@code META-INF/services/dev.anycarrier.testkit.CarrierSimulator} lets the command line find it.
 */
public abstract class TemplateSimulator implements CarrierSimulator {

    /** What the carrier has: the same each time. */
    protected abstract CarrierTraits traits();

    /** The path that is asked for the usage of a SIM, in which <code>{sim}</code> stands for its identifier. */
    protected abstract String usagePath();

    /** How a request proves who asks. */
    protected abstract SimulatedAuthentication authentication();

    /**
     * The carrier's answer, with status 200, about a SIM that it has: a JSON document.
     *
     * @param sim what is true about the SIM, in neutral terms; never one that is gone
     * @param now the carrier's time
     */
    protected abstract String usage(SimTruth sim, Instant now);

    /** Records of usage, for carriers that have them; none by default. */
    protected Optional<RecordPages> records() {
        return Optional.empty();
    }

    /**
     * Last say about a SIM that was drawn: whatever the carrier cannot have as it is, such as buckets of a terminated
     * SIM, is taken out or changed here. As it is by default.
     */
    protected SimTruth adapt(final SimTruth drawn) {
        return drawn;
    }

    /** The setting of the provider that holds the carrier's address: {@code base-url}. */
    protected String addressSetting() {
        return "base-url";
    }

    /** Settings that an account needs besides its address and its credentials: none. */
    protected Map<String, String> otherSettings(final URI address) {
        return Map.of();
    }

    /** The SIM's identifier as the request has it: the <code>{sim}</code> of the path. */
    protected String sim(final SimulatorRequest request) {
        return request.variable(SimulatorRoute.SIM);
    }

    /** The answer about a SIM that the carrier does not know, and for any path it does not have: 404. */
    protected SimulatorAnswer unknown() {
        return SimulatorAnswer.of(404, "{\"error\":\"not_found\"}");
    }

    /** The answer about a SIM that the carrier once had: 410. */
    protected SimulatorAnswer gone() {
        return SimulatorAnswer.of(410, "{\"error\":\"gone\"}");
    }

    /** The answer about another customer's SIM: 403, for carriers with {@link CarrierTraits#withForeignSims}. */
    protected SimulatorAnswer forbidden() {
        return SimulatorAnswer.of(403, "{\"error\":\"forbidden\"}");
    }

    /** The answer to a request that does not prove who asks: 401. */
    protected SimulatorAnswer unauthorized() {
        return SimulatorAnswer.of(401, "{\"error\":\"unauthorized\"}");
    }

    /** The answer to a question that cannot be meant, such as a page beyond the last: 400. */
    protected SimulatorAnswer rejected() {
        return SimulatorAnswer.of(400, "{\"error\":\"bad_request\"}");
    }

    /**
     * The answer to a request beyond a limit: 429 with {@code Retry-After}.
     *
     * @param wait until the limit lets requests through again
     */
    protected SimulatorAnswer tooManyRequests(final Duration wait) {
        return SimulatorAnswer.of(429, "{\"error\":\"too_many_requests\"}")
                .withHeader("Retry-After", Long.toString(wait.toSeconds()));
    }

    /** Further refusals of a question about a SIM that the carrier documents, besides those above: none. */
    protected List<DocumentedRefusal> otherRefusals() {
        return List.of();
    }

    /**
     * The answer of the token endpoint (RFC 6749, 5.1).
     *
     * @param token the token
     * @param lifetime how long it is accepted
     */
    protected String token(final String token, final Duration lifetime) {
        return """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d}""".formatted(token, lifetime.toSeconds());
    }

    /** The answer of the token endpoint to credentials that it does not know (RFC 6749, 5.2): 401. */
    protected SimulatorAnswer unknownClient() {
        return SimulatorAnswer.of(401, "{\"error\":\"invalid_client\"}");
    }

    /** The bucket of a service, or empty if the SIM has none of it. */
    protected static Optional<Bucket> bucket(final SimTruth sim, final Service service) {
        return sim.buckets().stream()
                .filter(bucket -> bucket.service() == service)
                .findFirst();
    }

    @Override
    public final SimulatedCarrier start(final SimulatorOptions options) {
        return TemplateCarrier.start(this, options);
    }
}
