package dev.anycarrier.onomondo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.onomondo.wire.DataLimit;
import dev.anycarrier.onomondo.wire.Sim;
import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Onomondo's answers in neutral terms. Amounts are bytes on the wire, so nothing is converted or rounded. */
final class OnomondoMapping {

    private OnomondoMapping() {}

    /** A usage record. */
    static UsageRecord record(final UsageRow row) {
        return new UsageRecord(
                row.id().text(),
                CarrierSimId.of(row.sim().text()),
                text(row.iccid()).map(Iccid::of),
                text(row.session()),
                Service.DATA,
                Quantity.bytes(row.bytes()),
                Instant.ofEpochSecond(row.second()),
                network(row));
    }

    /**
     * The bucket of a data limit. What is left is known only where the carrier says what was used.
     *
     * @throws dev.anycarrier.spi.UsageException {@code INVALID_DATA} if an amount is negative, more was used than the
     *     total, or the limit is reset before its period starts
     */
    static Bucket bucket(final DataLimit limit) {
        final Optional<Quantity> total =
                Optional.ofNullable(limit.total()).map(amount -> bytes("data_limit.total", amount));
        final Optional<Quantity> used =
                Optional.ofNullable(limit.used()).map(amount -> bytes("data_limit.used", amount));
        final Bucket bucket = bucket(total, used);
        return LimitPeriod.of(limit).map(bucket::withValidity).orElse(bucket);
    }

    private static Bucket bucket(final Optional<Quantity> total, final Optional<Quantity> used) {
        if (total.isPresent() && used.isPresent()) {
            if (used.get().compareTo(total.get()) > 0) {
                throw InvalidData.field("data_limit.used", "is larger than data_limit.total");
            }
            return Bucket.limited(Service.DATA, total.get(), total.get().minus(used.get()));
        }
        return new Bucket(
                Optional.empty(),
                Service.DATA,
                total.map(Allowance::limited).orElseGet(Allowance::unknown),
                Optional.empty(),
                used,
                BucketStatus.UNKNOWN,
                Optional.empty());
    }

    /**
     * Refuses an error sent as a success, and a SIM that names itself and is another one. A SIM that does not name itself
     * proves nothing.
     *
     * @param asked the identifiers under which the SIM is known
     * @param events told of another SIM
     */
    static void requireAbout(final List<SimId> asked, final Sim sim, final ProviderEvents events) {
        if (sim.error() != null && !sim.error().isNull()) {
            throw InvalidData.of("the answer is an error with the status of a success");
        }
        for (final SimId known : asked) {
            final Optional<String> named = known instanceof Iccid
                    ? text(sim.iccid())
                            .map(iccid -> OnomondoSims.iccid("iccid", iccid).value())
                    : text(sim.id()).filter(OnomondoSims::isCarrierId);
            if (named.isPresent() && !named.get().equals(known.value())) {
                throw InvalidData.anotherSim("the answer", events);
            }
        }
    }

    private static Quantity bytes(final String field, final long amount) {
        if (amount < 0) {
            throw InvalidData.field(field, "is negative");
        }
        return Quantity.bytes(amount);
    }

    private static Optional<Network> network(final UsageRow row) {
        final Network network = new Network(
                text(row.mobileCountryCode()),
                text(row.mobileNetworkCode()),
                text(row.country()).map(country -> country.toUpperCase(Locale.ROOT)),
                text(row.networkType()));
        final boolean known = Stream.of(
                        network.mobileCountryCode(),
                        network.mobileNetworkCode(),
                        network.country(),
                        network.radioAccessTechnology())
                .anyMatch(Optional::isPresent);
        return known ? Optional.of(network) : Optional.empty();
    }

    private static Optional<String> text(final @Nullable JsonNode sent) {
        return Optional.ofNullable(sent).map(JsonNode::textValue);
    }

    private static Optional<String> text(final PassingText sent) {
        return sent.length() == 0 ? Optional.empty() : Optional.of(sent.text());
    }
}
