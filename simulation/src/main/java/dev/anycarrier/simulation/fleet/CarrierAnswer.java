package dev.anycarrier.simulation.fleet;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a carrier answers.
 *
 * @param response as it is on the wire
 * @param said the amounts in it, or empty
 * @param lie the amounts of another SIM than was asked about
 * @param hold what it asks for
 * @param issued the generation of the token in it, or 0
 */
record CarrierAnswer(
        HttpResponse response, Optional<String> said, Optional<String> lie, Optional<CarrierHold> hold, int issued) {

    static CarrierAnswer of(final int status, final String body) {
        return new CarrierAnswer(
                new HttpResponse(
                        status,
                        HttpHeaders.none().with("Content-Type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    CarrierAnswer saying(final String amounts) {
        return new CarrierAnswer(response, Optional.of(amounts), lie, hold, issued);
    }

    CarrierAnswer lying(final String amounts) {
        return new CarrierAnswer(response, said, Optional.of(amounts), hold, issued);
    }

    CarrierAnswer holding(final CarrierHold asked) {
        return new CarrierAnswer(response, said, lie, Optional.of(asked), issued);
    }

    CarrierAnswer issuing(final int generation) {
        return new CarrierAnswer(response, said, lie, hold, generation);
    }

    CarrierAnswer withHeader(final String name, final String value) {
        return new CarrierAnswer(
                new HttpResponse(response.status(), response.headers().with(name, value), response.body()),
                said,
                lie,
                hold,
                issued);
    }

    CarrierAnswer withType(final String type) {
        return new CarrierAnswer(
                new HttpResponse(
                        response.status(),
                        response.headers().without("Content-Type").with("Content-Type", type),
                        response.body()),
                said,
                lie,
                hold,
                issued);
    }
}
