package com.example.acme;

import dev.anycarrier.http.CarrierUnit;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.Unit;
import java.util.Map;

/** Acme's words for services, and the units it counts them in. */
final class AcmeUnits {

    private static final Map<String, Service> SERVICES =
            Map.of("data", Service.DATA, "voice", Service.VOICE, "sms", Service.MESSAGE);

    /** "1 GB is 1000 MB, 1 MB is 1 000 000 bytes." */
    private static final Map<String, CarrierUnit> UNITS = Map.of(
            "MB", CarrierUnit.MEGABYTE,
            "GB", new CarrierUnit(Unit.BYTES, 1_000_000_000),
            "s", CarrierUnit.SECOND,
            "sms", CarrierUnit.MESSAGE);

    private AcmeUnits() {}

    static Service service(final String field, final String word) {
        final Service service = SERVICES.get(word);
        if (service == null) {
            throw InvalidData.field(field, "is no service that Acme documents");
        }
        return service;
    }

    /** Amounts without a unit mean nothing, and a unit of another service is no unit. */
    static CarrierUnit unit(final String field, final String word, final Service service) {
        final CarrierUnit unit = UNITS.get(word);
        if (unit == null || unit.unit() != service.unit()) {
            throw InvalidData.field(field, "is no unit of " + service);
        }
        return unit;
    }
}
