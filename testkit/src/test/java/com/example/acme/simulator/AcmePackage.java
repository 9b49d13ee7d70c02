package com.example.acme.simulator;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.TimePeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A package, in neutral terms; says of itself what Acme would answer. */
record AcmePackage(
        String id,
        Service service,
        Allowance allowance,
        long used,
        BucketStatus status,
        Optional<TimePeriod> validity) {

    private static final int DIGITS_OF_A_MEGABYTE = 6;

    Bucket truth() {
        final Optional<Quantity> remaining = allowance instanceof Allowance.Limited limited
                ? Optional.of(limited.total().minus(quantity(used)))
                : Optional.empty();
        return new Bucket(
                Optional.of(id), service, allowance, remaining, Optional.of(quantity(used)), status, validity);
    }

    String json() {
        return """
                {"id":"%s","service":"%s","state":"%s","unlimited":%b,"granted":%s,"used":"%s","unit":"%s",\
                "begins":%s,"ends":%s}""".formatted(
                        id,
                        serviceWord(service),
                        state(),
                        allowance instanceof Allowance.Unlimited,
                        granted(),
                        amount(service, used),
                        unit(service),
                        epochSeconds(validity.flatMap(TimePeriod::start)),
                        epochSeconds(validity.flatMap(TimePeriod::end)));
    }

    /** Beside the flag that there is no limit stands a "0" that means nothing. */
    private String granted() {
        if (allowance instanceof Allowance.Limited limited) {
            return '"' + amount(service, limited.total().amount()) + '"';
        }
        return allowance instanceof Allowance.Unlimited ? "\"0\"" : "null";
    }

    private String state() {
        return switch (status) {
            case NOT_ACTIVE -> "waiting";
            case ACTIVE -> "open";
            case EXHAUSTED -> "spent";
            case EXPIRED -> "over";
            case UNKNOWN -> "frozen";
        };
    }

    private Quantity quantity(final long amount) {
        return new Quantity(amount, service.unit());
    }

    static String serviceWord(final Service service) {
        return service == Service.MESSAGE ? "sms" : service.name().toLowerCase(Locale.ROOT);
    }

    static String unit(final Service service) {
        return switch (service) {
            case DATA -> "MB";
            case VOICE -> "s";
            case MESSAGE -> "sms";
        };
    }

    /** Bytes as decimal megabytes, in as few digits as it takes; anything else as it is. */
    static String amount(final Service service, final long amount) {
        return service == Service.DATA
                ? BigDecimal.valueOf(amount, DIGITS_OF_A_MEGABYTE)
                        .stripTrailingZeros()
                        .toPlainString()
                : Long.toString(amount);
    }

    private static String epochSeconds(final Optional<Instant> time) {
        return time.map(instant -> Long.toString(instant.getEpochSecond())).orElse("null");
    }
}
