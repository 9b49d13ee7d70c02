package dev.anycarrier.spi;

import dev.anycarrier.usage.Service;

/** Takes in usage records in passing, for those who add up more of them than they would keep. Not thread-safe. */
@FunctionalInterface
public interface UsageRecordSink {

    /**
     * One record. What the texts say holds until this returns. At least one of the SIM's identifiers is not empty.
     *
     * @param id the carrier's identifier of the record, by which repeats are recognised
     * @param sim the carrier's own identifier of the SIM; empty if it has none
     * @param iccid the SIM's ICCID without filler; empty if the carrier does not say
     * @param service what was used
     * @param amount how much, in the {@linkplain Service#unit() unit of the service}; at least 0
     */
    void record(PassingText id, PassingText sim, PassingText iccid, Service service, long amount);
}
