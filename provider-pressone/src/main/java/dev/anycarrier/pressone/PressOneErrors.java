package dev.anycarrier.pressone;

import dev.anycarrier.http.CarrierError;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;

/** What PressOne's platform makes of the status. Its documents list no codes, so none is given a meaning. */
final class PressOneErrors {

    private PressOneErrors() {}

    /** Which path is served is not known, so a reader of a 404 is told of both things it may be about. */
    static UsageException.Builder ofUsage(final CarrierError error, final UsageException.Builder standard) {
        return error.status() == 404
                ? standard.as(
                        Kind.NOT_FOUND,
                        "HTTP 404: PressOne does not know the SIM, or not the path in setting usage-path")
                : standard;
    }

    static UsageException.Builder ofToken(final CarrierError error, final UsageException.Builder standard) {
        return error.status() == 404
                ? standard.as(
                        Kind.PROTOCOL,
                        "the token endpoint answered HTTP 404: PressOne does not know the path in setting token-path")
                : standard;
    }
}
