package dev.anycarrier.testkit.carriers;

import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * One increment of Onomondo's usage.
 *
 * @param time when, to the second
 * @param billId its own identifier
 * @param simId the SIM, nine digits
 * @param iccid the SIM's ICCID
 * @param sessionId the session, which has several increments
 * @param bytes how much
 * @param networkType such as {@code 4G}
 * @param network where
 */
record OnomondoRecord(
        Instant time,
        String billId,
        String simId,
        Iccid iccid,
        String sessionId,
        long bytes,
        String networkType,
        OnomondoNetwork network) {

    static final Comparator<OnomondoRecord> BY_TIME =
            Comparator.comparing(OnomondoRecord::time).thenComparing(OnomondoRecord::billId);

    private static final DateTimeFormatter WITHOUT_ZONE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The carrier's writing of an instant: UTC, without saying so. */
    static String written(final Instant time) {
        return WITHOUT_ZONE.format(time);
    }

    String json() {
        // Thousands of these make a page: plain concatenation is ten times as fast as a format.
        return "{\"time\":\"" + written(time)
                + "\",\"bill_id\":\"" + billId
                + "\",\"sim_id\":\"" + simId
                + "\",\"iccid\":\"" + iccid.value()
                + "\",\"session_id\":\"" + sessionId
                + "\",\"bytes\":" + bytes
                + ",\"country_code\":\"" + network.country()
                + "\",\"network_type\":\"" + networkType
                + "\",\"network\":{\"mcc\":\"" + network.mobileCountryCode()
                + "\",\"mnc\":\"" + network.mobileNetworkCode() + "\"}}";
    }

    UsageRecord truth() {
        return new UsageRecord(
                billId,
                new CarrierSimId(simId),
                Optional.of(iccid),
                Optional.of(sessionId),
                Service.DATA,
                Quantity.bytes(bytes),
                time,
                Optional.of(network.neutral(networkType)));
    }
}
