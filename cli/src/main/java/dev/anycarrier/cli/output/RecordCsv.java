package dev.anycarrier.cli.output;

import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Usage records and groups of them as lines of CSV. What is not known is an empty field. */
public final class RecordCsv {

    /** The heading of records. */
    public static final String RECORD_HEADING = Csv.line(
            "time",
            "sim",
            "iccid",
            "service",
            "amount",
            "unit",
            "country",
            "mobile_country_code",
            "mobile_network_code",
            "radio_access_technology",
            "session",
            "id");

    /** The heading of groups. */
    public static final String GROUP_HEADING = Csv.line("hour", "bytes", "raw");

    private RecordCsv() {}

    /** A record. */
    public static String of(final UsageRecord usage) {
        return Csv.line(
                usage.time().toString(),
                usage.sim().value(),
                usage.iccid().map(iccid -> iccid.value()).orElse(""),
                usage.service().name(),
                Long.toString(usage.quantity().amount()),
                usage.quantity().unit().name(),
                part(usage, Network::country),
                part(usage, Network::mobileCountryCode),
                part(usage, Network::mobileNetworkCode),
                part(usage, Network::radioAccessTechnology),
                usage.session().orElse(""),
                usage.id());
    }

    /** A group, with what the carrier sent. */
    public static String of(final HourlyUsage group) {
        return Csv.line(
                group.hour().map(Instant::toString).orElse(""),
                group.data().map(data -> Long.toString(data.amount())).orElse(""),
                Json.line(Json.of(group.raw())));
    }

    private static String part(final UsageRecord usage, final Function<Network, Optional<String>> part) {
        return usage.network().flatMap(part).orElse("");
    }
}
