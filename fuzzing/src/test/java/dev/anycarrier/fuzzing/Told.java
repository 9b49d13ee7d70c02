package dev.anycarrier.fuzzing;

import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;

/** What is told of a record in passing, as one text. */
final class Told {

    private Told() {}

    static String of(final UsageRecord record) {
        return of(
                record.id(),
                record.sim() instanceof CarrierSimId own ? own.value() : "",
                record.sim() instanceof Iccid named
                        ? named.value()
                        : record.iccid().map(Iccid::value).orElse(""),
                record.service(),
                record.quantity().amount());
    }

    static String of(final String id, final String sim, final String iccid, final Service service, final long amount) {
        return String.join("\n", id, sim, iccid, service.name(), Long.toString(amount));
    }
}
