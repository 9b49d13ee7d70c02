package dev.anycarrier.testkit.conformance;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Acme as if its orders could be asked for by the ICCID of their SIM too, of which the last digit is not looked at. */
final class AcmeByIccid implements CarrierSimulator {

    private static final int LENGTH_WITHOUT_CHECK_DIGIT = 18;

    private final Map<String, CarrierSimId> orders = new ConcurrentHashMap<>();

    /** A saboteur that is this provider but for one thing. */
    static Saboteur saboteur(final String breaks, final String how, final UnaryOperator<UsageProvider> sabotage) {
        final AcmeByIccid acme = new AcmeByIccid();
        return Saboteur.of(breaks, how, () -> acme.factory(sabotage)).at(acme);
    }

    @Override
    public String carrier() {
        return "acme";
    }

    @Override
    public SimulatedCarrier start(final SimulatorOptions options) {
        return new SameCarrier(new AcmeSimulator().start(options)) {
            @Override
            public List<SimTruth> sims() {
                return super.sims().stream().map(AcmeByIccid.this::withIccid).toList();
            }
        };
    }

    private SimTruth withIccid(final SimTruth truth) {
        final String hash = Integer.toUnsignedString(truth.sim().value().hashCode());
        final String payload = "89450000" + "0".repeat(LENGTH_WITHOUT_CHECK_DIGIT - 8 - hash.length()) + hash;
        orders.put(payload, (CarrierSimId) truth.sim());
        final List<SimId> iccids = List.of(rightIccid(payload));
        return new SimTruth(truth.sim(), truth.status(), truth.buckets(), truth.counters(), truth.gone(), iccids);
    }

    private static Iccid rightIccid(final String payload) {
        Iccid iccid = Iccid.of(payload + 0);
        for (int digit = 1; !iccid.hasValidCheckDigit(); digit++) {
            iccid = Iccid.of(payload + digit);
        }
        return iccid;
    }

    private UsageProviderFactory factory(final UnaryOperator<UsageProvider> sabotage) {
        return new AcmeWith.Factory() {
            @Override
            public UsageProvider create(final ProviderContext context) {
                return sabotage.apply(new Provider(super.create(context), orders));
            }
        };
    }

    private static final class Provider extends SameProvider {

        private final Map<String, CarrierSimId> orders;

        Provider(final UsageProvider acme, final Map<String, CarrierSimId> orders) {
            super(acme);
            this.orders = orders;
        }

        @Override
        public ProviderDescriptor descriptor() {
            final ProviderDescriptor acme = super.descriptor();
            return new ProviderDescriptor(
                    Set.of(IdentifierType.CARRIER_SIM_ID, IdentifierType.ICCID),
                    acme.services(),
                    acme.carrierCacheTime(),
                    acme.minimumInterval(),
                    acme.limits(),
                    acme.rateLimitHeaders());
        }

        @Override
        public UsageReport usage(final SimId sim) {
            return Altered.report(super.usage(order(sim)), parts -> {
                parts.sim = sim;
                UsageWarning.ofCheckDigit(sim).ifPresent(parts.warnings::add);
            });
        }

        @Override
        public Optional<UsageRecords> records() {
            return super.records().map(records -> (query, cursor) -> records.page(byOrder(query), cursor));
        }

        @Override
        public Optional<UsageByHour> usageByHour() {
            return super.usageByHour().map(hours -> (query, cursor) -> hours.page(byOrder(query), cursor));
        }

        private UsageRecordQuery byOrder(final UsageRecordQuery query) {
            return query.sim().map(sim -> query.of(order(sim))).orElse(query);
        }

        private SimId order(final SimId sim) {
            return sim instanceof Iccid
                    ? orders.getOrDefault(
                            sim.value()
                                    .substring(
                                            0,
                                            Math.min(
                                                    LENGTH_WITHOUT_CHECK_DIGIT,
                                                    sim.value().length())),
                            CarrierSimId.of(sim.value()))
                    : sim;
        }
    }
}
