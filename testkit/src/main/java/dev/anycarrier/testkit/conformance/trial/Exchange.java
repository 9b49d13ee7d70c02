package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.fault.ReceivedRequest;

/**
 * A request that passed the {@link Overlay}, and what the carrier answered it.
 *
 * @param purpose what it was for, by the carrier's own ledger
 * @param request the request as it was on the wire
 * @param answer the carrier's answer, whether or not it was the one that was given
 */
public record Exchange(Purpose purpose, ReceivedRequest request, HttpResponse answer) {

    public boolean isForToken() {
        return purpose == Purpose.TOKEN;
    }
}
