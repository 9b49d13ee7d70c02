package com.example.acme.simulator;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.SimStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An order: one SIM and its packages. An erased one is known to have been there, and no more. */
record AcmeOrder(CarrierSimId id, SimStatus status, List<AcmePackage> packages, boolean erased) {

    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT).withZone(ZoneOffset.UTC);

    SimTruth truth() {
        return new SimTruth(
                id, status, packages.stream().map(AcmePackage::truth).toList(), List.of(), erased);
    }

    String json(final Instant now) {
        return """
                {"order":"%s","state":"%s","as_of":"%s","packages":[%s]}""".formatted(
                        id.value(),
                        state(),
                        WITH_OFFSET.format(now),
                        packages.stream().map(AcmePackage::json).collect(Collectors.joining(",")));
    }

    private String state() {
        return switch (status) {
            case NOT_ACTIVE -> "WAITING";
            case ACTIVE -> "IN_USE";
            case SUSPENDED -> "PAUSED";
            case EXHAUSTED -> "USED_UP";
            case EXPIRED -> "ENDED";
            // A word that no document mentions.
            case TERMINATED, UNKNOWN -> "UNDER_REVIEW";
        };
    }
}
