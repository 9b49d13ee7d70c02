package dev.anycarrier.onomondo;

import dev.anycarrier.http.CarrierError;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UsageException;

/**
 * Onomondo's errors say what their status says: {@code {"error":"sim_id_not_found"}} with 404, {@code sim_id_forbidden}
 * with 403, {@code sim_id_invalid} with 400. The bodies of 401 and 429 are not documented, and not needed.
 */
final class OnomondoErrors {

    private static final int TOO_MANY_REQUESTS = 429;

    private OnomondoErrors() {}

    /** The only limit that Onomondo has is the account's. */
    static UsageException.Builder map(final CarrierError error, final UsageException.Builder standard) {
        return error.status() == TOO_MANY_REQUESTS ? standard.limitScope(LimitScope.ACCOUNT) : standard;
    }
}
