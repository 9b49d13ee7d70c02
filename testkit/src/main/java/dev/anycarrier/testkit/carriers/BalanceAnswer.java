package dev.anycarrier.testkit.carriers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What Airalo and PressOne say about a SIM: megabytes, minutes and messages, summed over its packages.
 *
 * @param status the state in the carrier's word
 * @param data megabytes
 * @param voice minutes
 * @param text messages
 * @param expiredAt when the validity ends, or empty for {@code null}
 * @param unlimited whether the data is without limit, or empty for {@code null}
 */
record BalanceAnswer(
        String status,
        Balance data,
        Balance voice,
        Balance text,
        Optional<Instant> expiredAt,
        Optional<Boolean> unlimited) {

    private static final DateTimeFormatter WITHOUT_ZONE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The answer of a SIM that was recycled. */
    static BalanceAnswer recycled() {
        return new BalanceAnswer(
                "RECYCLED", Balance.NONE, Balance.NONE, Balance.NONE, Optional.empty(), Optional.empty());
    }

    /** The body, as the documents show it, but without line breaks. */
    String json() {
        return """
                {"data":{"remaining":%s,"total":%s,"expired_at":%s,"is_unlimited":%s,"status":"%s",\
                "remaining_voice":%s,"remaining_text":%s,"total_voice":%s,"total_text":%s},\
                "meta":{"message":"api.succes"}}""".formatted(
                data.remaining().json(),
                data.total().json(),
                expiredAt.map(end -> '"' + WITHOUT_ZONE.format(end) + '"').orElse("null"),
                unlimited.map(String::valueOf).orElse("null"),
                status,
                voice.remaining().json(),
                text.remaining().json(),
                voice.total().json(),
                text.total().json());
    }

    /**
     * One service.
     *
     * @param total what was bought
     * @param remaining what is left of it
     */
    record Balance(WireNumber total, WireNumber remaining) {

        static final Balance NONE = new Balance(WireNumber.ZERO, WireNumber.ZERO);

        static Balance of(final long total, final long remaining) {
            return new Balance(WireNumber.of(total), WireNumber.of(remaining));
        }

        Balance asText() {
            return new Balance(total.asText(), remaining.asText());
        }
    }
}
