package dev.anycarrier.pressone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A usage answer as PressOne documents it, whose fields a test replaces by raw JSON. */
final class UsageBody {

    private final Map<String, String> fields = new LinkedHashMap<>();

    private UsageBody() {
        fields.put("remaining", "767");
        fields.put("total", "2048");
        fields.put("expired_at", "\"2027-01-31 23:59:59\"");
        fields.put("is_unlimited", "false");
        fields.put("status", "\"ACTIVE\"");
        fields.put("remaining_voice", "0");
        fields.put("remaining_text", "0");
        fields.put("total_voice", "0");
        fields.put("total_text", "0");
    }

    /** The example of the usage page without its comment, and limited. */
    static UsageBody documented() {
        return new UsageBody();
    }

    /** What a recycled SIM's answer looks like: HTTP 200, no flag, no date, zeros. */
    static UsageBody recycled() {
        return documented()
                .with("status", "\"RECYCLED\"")
                .with("expired_at", "null")
                .with("is_unlimited", "null")
                .with("remaining", "0")
                .with("total", "0");
    }

    UsageBody with(final String field, final String json) {
        fields.put(field, json);
        return this;
    }

    UsageBody without(final String field) {
        fields.remove(field);
        return this;
    }

    String json() {
        final String data = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", "));
        return "{\"data\": {" + data + "}, \"meta\": {\"message\": \"api.success\"}}";
    }
}
