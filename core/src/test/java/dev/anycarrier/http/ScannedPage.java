package dev.anycarrier.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of records as {@link StrictJson} binds it, and the same read with a {@link JsonScanner}. */
record ScannedPage(
        @JsonProperty(value = "usage", required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
        List<Usage> usage,

        @JsonProperty("more") @Nullable Boolean more) {

    private static final JsonNames PAGE = JsonNames.of("usage", "more").requiring("usage");
    private static final JsonNames USAGE =
            JsonNames.of("time", "sim", "bytes", "network", "network_type_code").requiring("time", "bytes");
    private static final JsonNames NETWORK = JsonNames.of("mcc", "mnc").requiring("mcc");

    record Usage(
            @JsonProperty(value = "time", required = true) @JsonSetter(nulls = Nulls.FAIL)
            String time,

            @JsonProperty("sim") @Nullable String sim,

            @JsonProperty(value = "bytes", required = true) @JsonSetter(nulls = Nulls.FAIL)
            Long bytes,

            @JsonProperty("network") @Nullable Network network,
            @JsonProperty("network_type_code") @Nullable Long type) {}

    record Network(
            @JsonProperty(value = "mcc", required = true) @JsonSetter(nulls = Nulls.FAIL)
            String mcc,

            @JsonProperty("mnc") @Nullable String mnc) {}

    static ScannedPage read(final JsonScanner json) {
        List<Usage> usage = List.of();
        Boolean more = null;
        json.beginObject(PAGE);
        for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
            switch (field) {
                case 0 -> usage = readUsage(json);
                case 1 -> more = json.isNull() ? null : (Boolean) json.flag();
                default -> json.skip();
            }
        }
        json.end();
        return new ScannedPage(usage, more);
    }

    private static List<Usage> readUsage(final JsonScanner json) {
        final List<Usage> usage = new ArrayList<>();
        json.beginArray();
        while (json.nextElement()) {
            usage.add(readOne(json));
        }
        return usage;
    }

    private static Usage readOne(final JsonScanner json) {
        String time = "";
        String sim = null;
        Long bytes = 0L;
        Network network = null;
        Long type = null;
        json.beginObject(USAGE);
        for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
            switch (field) {
                case 0 -> time = json.text().text();
                case 1 -> sim = json.isNull() ? null : json.text().text();
                case 2 -> bytes = json.wholeNumber();
                case 3 -> network = json.isNull() ? null : readNetwork(json);
                case 4 -> type = json.isNull() ? null : (Long) json.wholeNumber();
                default -> json.skip();
            }
        }
        return new Usage(time, sim, bytes, network, type);
    }

    private static Network readNetwork(final JsonScanner json) {
        String mcc = "";
        String mnc = null;
        json.beginObject(NETWORK);
        for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
            switch (field) {
                case 0 -> mcc = json.text().text();
                case 1 -> mnc = json.isNull() ? null : json.text().text();
                default -> json.skip();
            }
        }
        return new Network(mcc, mnc);
    }
}
