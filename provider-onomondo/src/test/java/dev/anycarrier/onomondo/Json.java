package dev.anycarrier.onomondo;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Onomondo's JSON, as recorded. */
final class Json {

    /** The recorded record of the carrier's documents. */
    static final String RECORDED = """
            {"time":"2020-02-03 07:49:13","bill_id":"7c5f95c7-c0ff-352e-93e2-5370a6d37b42","sim_id":"000000001",\
            "iccid":"8944465400000217735","session_id":"bd01f3ee-7a10-4ae9-9e1d-3fd7f4e5c9a1","bytes":1424843,\
            "country_code":"dk","network_type":"4G","network":{"mcc":"238","mnc":"06"}}""";

    private Json() {}

    /** A record of SIM 000000001 in January 2024. */
    static String record(final String id, final String time, final long bytes) {
        return RECORDED.replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"" + time + "\"")
                .replaceFirst("\"bill_id\":\"[^\"]*\"", "\"bill_id\":\"" + id + "\"")
                .replaceFirst("\"bytes\":[0-9]*", "\"bytes\":" + bytes);
    }

    /** A record with another value, as JSON, of one field. */
    static String recordWith(final String field, final String value) {
        final String changed =
                RECORDED.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+|\\{[^}]*})", "\"" + field + "\":" + value);
        if (changed.equals(RECORDED)) {
            throw new AssertionError("no field " + field + " with another value than " + value);
        }
        return changed;
    }

    /** A record without one field. */
    static String recordWithout(final String field) {
        return recordWith(field, "\u0000")
                .replaceFirst("\"" + field + "\":\u0000,?", "")
                .replace(",}", "}");
    }

    static String lastPage(final String... records) {
        return page("{\"has_more\":false}", records);
    }

    static String pageBefore(final String next, final String... records) {
        return page("{\"next_page\":\"" + next + "\",\"has_more\":true}", records);
    }

    static String page(final String pagination, final String... records) {
        return Stream.of(records)
                .collect(Collectors.joining(",", "{\"pagination\":" + pagination + ",\"usage\":[", "]}"));
    }

    static String simWithLimit(final String... fields) {
        return "{\"data_limit\":{" + String.join(",", Arrays.asList(fields)) + "}}";
    }
}
