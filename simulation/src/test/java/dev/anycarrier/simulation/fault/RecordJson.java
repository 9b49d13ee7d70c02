package dev.anycarrier.simulation.fault;

import dev.anycarrier.usage.SimId;
import java.util.Optional;

/** Onomondo's answers, as its documents write them. */
final class RecordJson {

    static final String CARRIER_ID = "000000001";

    private RecordJson() {}

    /** A record of the simulation's first day, of {@link Scene#SIM}. */
    static String record(final String id, final long bytes) {
        return record(id, bytes, Scene.SIM, CARRIER_ID);
    }

    /** A record of the simulation's first day, of any SIM. */
    static String record(final String id, final long bytes, final SimId iccid, final String carrierId) {
        return "{\"time\":\"2026-03-14 07:49:13\",\"bill_id\":\"" + id + "\",\"sim_id\":\"" + carrierId
                + "\",\"iccid\":\""
                + iccid.value() + "\",\"session_id\":\"s\",\"bytes\":" + bytes
                + ",\"country_code\":\"dk\",\"network_type\":\"4G\",\"network\":{\"mcc\":\"238\",\"mnc\":\"06\"}}";
    }

    /** The last page. */
    static Reply lastPage(final String... records) {
        return page("\"has_more\":false", records);
    }

    /** A page that another follows. */
    static Reply pageBefore(final String cursor, final String... records) {
        return page("\"has_more\":true,\"next_page\":\"" + cursor + "\"", records);
    }

    /** A page with any pagination. */
    static Reply page(final String pagination, final String... records) {
        return Reply.ok("{\"pagination\":{" + pagination + "},\"usage\":[" + String.join(",", records) + "]}");
    }

    /** A SIM without a data limit. */
    static Reply sim(final SimId iccid) {
        return Reply.ok("{\"id\":\"" + CARRIER_ID + "\",\"iccid\":\"" + iccid.value() + "\"}");
    }

    /** A SIM with a data limit of the simulation's first month. */
    static Reply limitedSim(final String used, final String total) {
        return Reply.ok(
                "{\"id\":\"" + CARRIER_ID + "\",\"iccid\":\"" + Scene.SIM.value() + "\",\"data_limit\":{\"used\":"
                        + used + ",\"total\":" + total
                        + ",\"type\":\"monthly\",\"period\":\"202603\",\"alert_threshold\":null,"
                        + "\"resets_at\":\"2026-04-01T00:00:00.000Z\"}}");
    }

    /** The carrier's cursor that a request came with. */
    static Optional<String> cursor(final Received request) {
        return Optional.of(request.query())
                .filter(query -> query.contains("next_page="))
                .map(query -> query.replaceFirst(".*next_page=([^&]*).*", "$1"));
    }
}
