package dev.anycarrier.spi;

import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.UsageRecord;
import java.util.Optional;

/** Records that are there, told of in passing. */
final class PassingRecords {

    private static final PassingText NONE = new PassingText();

    private PassingRecords() {}

    static void tell(final UsageRecord record, final UsageRecordSink sink) {
        final Optional<Iccid> iccid = record.sim() instanceof Iccid named ? Optional.of(named) : record.iccid();
        sink.record(
                PassingText.of(record.id()),
                record.sim() instanceof CarrierSimId own ? PassingText.of(own.value()) : NONE,
                iccid.map(Iccid::value).map(PassingText::of).orElse(NONE),
                record.service(),
                record.quantity().amount());
    }
}
