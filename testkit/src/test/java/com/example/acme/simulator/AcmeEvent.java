package com.example.acme.simulator;

import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.Optional;

/** An event; says of itself what Acme would answer. */
record AcmeEvent(String id, CarrierSimId order, Service service, long used, long at, String country, String plmn) {

    UsageRecord truth() {
        return new UsageRecord(
                id,
                order,
                Optional.empty(),
                Optional.empty(),
                service,
                new Quantity(used, service.unit()),
                Instant.ofEpochSecond(at),
                Optional.of(new Network(
                        Optional.of(plmn.substring(0, 3)),
                        Optional.of(plmn.substring(3)),
                        Optional.of(country),
                        Optional.empty())));
    }

    String json() {
        return """
                {"id":"%s","order":"%s","service":"%s","used":"%s","unit":"%s","at":%d,"country":"%s","plmn":"%s"}""".formatted(
                        id,
                        order.value(),
                        AcmePackage.serviceWord(service),
                        AcmePackage.amount(service, used),
                        AcmePackage.unit(service),
                        at,
                        country,
                        plmn);
    }
}
