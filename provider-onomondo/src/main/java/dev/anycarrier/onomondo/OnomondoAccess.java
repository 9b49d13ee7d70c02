package dev.anycarrier.onomondo;

import dev.anycarrier.spi.AccessCheck;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;

/**
 * Asks for the details of a SIM that nobody has. Whose key is good is told so in Onomondo's own words: {@code
 * sim_id_not_found}, {@code sim_id_forbidden} or {@code sim_id_invalid}. That a bad key is looked at first is a guess.
 */
final class OnomondoAccess implements AccessCheck {

    private static final String NOBODY = "000000000";
    private static final String ABOUT_THE_SIM = "sim_id_";

    private final OnomondoApi api;

    OnomondoAccess(final OnomondoApi api) {
        this.api = api;
    }

    @Override
    public void run() {
        try {
            api.sim(NOBODY);
        } catch (final UsageException failure) {
            if (!failure.carrierCode().orElse("").startsWith(ABOUT_THE_SIM)) {
                throw failure.kind() == Kind.NOT_FOUND
                        ? failure.toBuilder()
                                .as(Kind.PROTOCOL, "what answered HTTP 404 does not know Onomondo's interface")
                                .build()
                        : failure;
            }
        }
    }
}
