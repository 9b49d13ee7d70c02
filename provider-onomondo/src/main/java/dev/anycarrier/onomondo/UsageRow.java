package dev.anycarrier.onomondo;

import dev.anycarrier.http.CarrierTime;
import dev.anycarrier.http.JsonNames;
import dev.anycarrier.http.JsonScanner;
import dev.anycarrier.spi.PassingText;

/**
 * One record of usage as it stands in the answer, checked; the next one takes its place. Optional texts are empty where
 * the carrier says nothing. Not thread-safe.
 */
final class UsageRow {

    private static final JsonNames NAMES = JsonNames.of(
                    "time",
                    "bill_id",
                    "sim_id",
                    "iccid",
                    "session_id",
                    "bytes",
                    "country_code",
                    "network_type",
                    "network")
            .requiring("time", "bill_id", "sim_id", "bytes");
    private static final int TIME = 0;
    private static final int BILL_ID = 1;
    private static final int SIM_ID = 2;
    private static final int ICCID = 3;
    private static final int SESSION_ID = 4;
    private static final int BYTES = 5;
    private static final int COUNTRY_CODE = 6;
    private static final int NETWORK_TYPE = 7;
    private static final int NETWORK = 8;

    private static final JsonNames NETWORK_NAMES = JsonNames.of("mcc", "mnc");
    private static final int MCC = 0;
    private static final int MNC = 1;

    private final PassingText id = new PassingText();
    private final PassingText sim = new PassingText();
    private final PassingText iccid = new PassingText();
    private final PassingText session = new PassingText();
    private final PassingText country = new PassingText();
    private final PassingText networkType = new PassingText();
    private final PassingText mobileCountryCode = new PassingText();
    private final PassingText mobileNetworkCode = new PassingText();
    private long second;
    private long bytes;

    /** A uuid, one for each record. */
    PassingText id() {
        return id;
    }

    /** Nine digits with their leading zeros. */
    PassingText sim() {
        return sim;
    }

    /** Without filler. */
    PassingText iccid() {
        return iccid;
    }

    /** Several records may belong to one. */
    PassingText session() {
        return session;
    }

    /** In the carrier's case. */
    PassingText country() {
        return country;
    }

    /** The radio access technology, such as {@code 4G}. */
    PassingText networkType() {
        return networkType;
    }

    PassingText mobileCountryCode() {
        return mobileCountryCode;
    }

    PassingText mobileNetworkCode() {
        return mobileNetworkCode;
    }

    /** When, in seconds since the epoch. */
    long second() {
        return second;
    }

    /** How much. */
    long bytes() {
        return bytes;
    }

    /** Reads the record that comes next. */
    void read(final JsonScanner json) {
        clear();
        json.beginObject(NAMES);
        for (int name = json.nextField(); name != JsonScanner.END; name = json.nextField()) {
            switch (name) {
                case TIME -> second = second(json);
                case BILL_ID -> id(json);
                case SIM_ID -> sim(json);
                case ICCID -> iccid(json);
                case SESSION_ID -> optional(json, session);
                case BYTES -> bytes = bytes(json);
                case COUNTRY_CODE -> optional(json, country);
                case NETWORK_TYPE -> optional(json, networkType);
                case NETWORK -> network(json);
                default -> json.skip();
            }
        }
    }

    private void clear() {
        iccid.clear();
        session.clear();
        country.clear();
        networkType.clear();
        mobileCountryCode.clear();
        mobileNetworkCode.clear();
    }

    private static long second(final JsonScanner json) {
        final long time = CarrierTime.utcSecond(json.text());
        if (time == CarrierTime.NO_TIME) {
            throw json.invalid("is no time of the form yyyy-MM-dd HH:mm:ss");
        }
        return time;
    }

    private void id(final JsonScanner json) {
        json.text(id);
        if (id.isBlank()) {
            throw json.invalid("is blank");
        }
    }

    private void sim(final JsonScanner json) {
        json.text(sim);
        if (!OnomondoSims.isCarrierId(sim)) {
            throw json.invalid("is not nine digits");
        }
    }

    private void iccid(final JsonScanner json) {
        optional(json, iccid);
        if (iccid.length() > 0 && !OnomondoSims.isIccidOnceUnfilled(iccid)) {
            throw json.invalid("is no ICCID");
        }
    }

    private static long bytes(final JsonScanner json) {
        final long amount = json.wholeNumber();
        if (amount < 0) {
            throw json.invalid("is negative");
        }
        return amount;
    }

    private void network(final JsonScanner json) {
        if (json.isNull()) {
            return;
        }
        json.beginObject(NETWORK_NAMES);
        for (int name = json.nextField(); name != JsonScanner.END; name = json.nextField()) {
            switch (name) {
                case MCC -> optional(json, mobileCountryCode);
                case MNC -> optional(json, mobileNetworkCode);
                default -> json.skip();
            }
        }
    }

    private static void optional(final JsonScanner json, final PassingText into) {
        if (json.isNull()) {
            return;
        }
        json.text(into);
        if (into.isBlank()) {
            into.clear();
        }
    }
}
