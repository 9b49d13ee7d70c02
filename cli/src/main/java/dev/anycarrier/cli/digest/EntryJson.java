package dev.anycarrier.cli.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;

/**
 * Reads what {@code sweep} and {@code records} write, as {@code docs/command-line.md} describes it. Members that are not
 * known are passed over, since new ones may be added.
 */
final class EntryJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EntryJson() {}

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is none of theirs; the message does not repeat it
     */
    static Entry read(final String line) {
        final JsonNode json;
        try {
            json = MAPPER.readTree(line);
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON, or cut short", e);
        }
        if (json.has("quantity")) {
            return used(json);
        }
        if (json.has("report")) {
            return read(json);
        }
        if (json.has("error")) {
            return new Entry.Failed(sim(json), kind(Members.requireObject(json, "error")));
        }
        if (json.has("skipped")) {
            return new Entry.Skipped(sim(json), Members.requireWord(json, "skipped", SweepOutcome.Reason.class));
        }
        throw new IllegalArgumentException("neither an outcome of a sweep nor a usage record");
    }

    private static Entry read(final JsonNode json) {
        final JsonNode report = Members.requireObject(json, "report");
        final JsonNode freshness = Members.requireObject(json, "freshness");
        final String state = Members.requireText(freshness, "state");
        if (!state.equals("FRESH") && !state.equals("STALE")) {
            throw new IllegalArgumentException("its state is no word that is known here");
        }
        return new Entry.Read(
                sim(json),
                Members.requireWord(report, "status", SimStatus.class),
                Members.each(report, "buckets", EntryJson::bucket),
                Members.each(report, "counters", EntryJson::counter),
                Members.instant(report, "observedAt").orElseGet(() -> Members.requireInstant(report, "fetchedAt")),
                Duration.ofSeconds(Members.requireAmount(freshness, "ageSeconds")),
                Members.duration(report, "carrierCacheTime"),
                state.equals("STALE"),
                Members.object(freshness, "cause").map(EntryJson::kind));
    }

    private static Bucket bucket(final JsonNode json) {
        return new Bucket(
                Members.text(json, "id"),
                Members.requireWord(json, "service", Service.class),
                allowance(Members.requireObject(json, "allowance")),
                Members.quantity(json, "remaining"),
                Members.quantity(json, "used"),
                Members.requireWord(json, "status", BucketStatus.class),
                Members.period(json, "validity"));
    }

    private static Allowance allowance(final JsonNode json) {
        return switch (Members.requireText(json, "type")) {
            case "limited" -> Allowance.limited(Members.requireQuantity(json, "total"));
            case "unlimited" -> Allowance.unlimited();
            case "unknown" -> Allowance.unknown();
            default -> throw new IllegalArgumentException("its type of allowance is no word that is known here");
        };
    }

    private static UsageCounter counter(final JsonNode json) {
        return new UsageCounter(
                Members.requireWord(json, "service", Service.class),
                Members.requireQuantity(json, "used"),
                Members.period(json, "period"));
    }

    private static Entry used(final JsonNode json) {
        return new Entry.Used(
                Members.text(json, "account").map(EntryJson::account),
                new UsageRecord(
                        Members.requireText(json, "id"),
                        SimId.parse(Members.requireText(json, "sim")),
                        Members.text(json, "iccid").map(Iccid::of),
                        Members.text(json, "session"),
                        Members.requireWord(json, "service", Service.class),
                        Members.requireQuantity(json, "quantity"),
                        Members.requireInstant(json, "time"),
                        Members.object(json, "network").map(EntryJson::network)));
    }

    private static Network network(final JsonNode json) {
        return new Network(
                Members.text(json, "mobileCountryCode"),
                Members.text(json, "mobileNetworkCode"),
                Members.text(json, "country"),
                Members.text(json, "radioAccessTechnology"));
    }

    private static SimRef sim(final JsonNode json) {
        return new SimRef(Members.requireText(json, "account"), SimId.parse(Members.requireText(json, "sim")));
    }

    private static UsageException.Kind kind(final JsonNode failure) {
        return Members.requireWord(failure, "kind", UsageException.Kind.class);
    }

    private static String account(final String name) {
        if (!SimRef.isAccountName(name)) {
            throw new IllegalArgumentException("its account is not the name of one");
        }
        return name;
    }
}
