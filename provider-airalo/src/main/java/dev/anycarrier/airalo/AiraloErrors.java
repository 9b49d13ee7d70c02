package dev.anycarrier.airalo;

import dev.anycarrier.http.CarrierError;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.Optional;

/** What Airalo's own codes add to the status ("Error handling"). */
final class AiraloErrors {

    private static final String ADDRESS_NOT_ALLOWED = "89";
    private static final String SIM_RECYCLED = "73";

    private AiraloErrors() {}

    static UsageException.Builder ofUsage(final CarrierError error, final UsageException.Builder standard) {
        if (is(error, 422, SIM_RECYCLED)) {
            return standard.as(Kind.GONE, "HTTP 422: Airalo has recycled this SIM");
        }
        return ofAny(error, standard);
    }

    /** Code 89 is about the caller's address, not about its credentials: a new token would change nothing. */
    static UsageException.Builder ofAny(final CarrierError error, final UsageException.Builder standard) {
        if (is(error, 403, ADDRESS_NOT_ALLOWED)) {
            return standard.as(
                    Kind.PERMISSION_DENIED,
                    "HTTP 403: the address this call came from is not on the account's allow-list at Airalo");
        }
        return standard;
    }

    private static boolean is(final CarrierError error, final int status, final String code) {
        return error.status() == status && error.code().equals(Optional.of(code));
    }
}
