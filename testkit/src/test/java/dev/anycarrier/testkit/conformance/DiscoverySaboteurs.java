package dev.anycarrier.testkit.conformance;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a factory or a descriptor can get wrong. */
final class DiscoverySaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of("DISCOVERY-01", "was compiled against an interface of the future", Futuristic::new)
                    // Discovery refuses it, so nothing else can be tried.
                    .andMayBreak("DISCOVERY-03", "DISCOVERY-04", "DISCOVERY-05", "DISCOVERY-06"),
            Saboteur.of("DISCOVERY-02", "has a setting that nobody explains", Unexplained::new),
            Saboteur.of(
                    "DISCOVERY-03",
                    "greets the carrier when it is made",
                    () -> AcmeWith.provider((acme, context) -> {
                        context.transport(Authentication.none())
                                .send(HttpRequest.of("GET", endpoint(context.settings())));
                        return acme;
                    })),
            Saboteur.of(
                    "DISCOVERY-04",
                    "describes itself anew after each question",
                    () -> AcmeWith.provider((acme, context) -> new Changing(acme))),
            Saboteur.of(
                    "DISCOVERY-05",
                    "tells of voice and text, and keeps quiet about it",
                    () -> AcmeWith.provider((acme, context) -> new SameProvider(acme) {
                        @Override
                        public ProviderDescriptor descriptor() {
                            return describing(super.descriptor(), Set.of(Service.DATA), Duration.ZERO);
                        }
                    })),
            Saboteur.of("DISCOVERY-06", "offers records that the simulator does not have", AcmeWith.Factory::new)
                    .at(new WithoutRecords()));

    private DiscoverySaboteurs() {}

    static URI endpoint(final ProviderSettings settings) {
        return settings.get(Setting.address("endpoint", "Acme's own."));
    }

    private static ProviderDescriptor describing(
            final ProviderDescriptor acme, final Set<Service> services, final Duration minimumInterval) {
        return new ProviderDescriptor(
                acme.identifiers(),
                services,
                acme.carrierCacheTime(),
                minimumInterval,
                acme.limits(),
                acme.rateLimitHeaders());
    }

    private static final class Futuristic extends AcmeWith.Factory {
        @Override
        public int spiVersion() {
            return UsageProviderFactory.SPI_VERSION + 1;
        }
    }

    private static final class Unexplained extends AcmeWith.Factory {
        @Override
        public List<Setting<?>> settings() {
            final var settings = new ArrayList<>(super.settings());
            settings.add(Setting.text("knob", " ").optional());
            return settings;
        }
    }

    private static final class Changing extends SameProvider {

        private int questions;

        Changing(final UsageProvider acme) {
            super(acme);
        }

        @Override
        public ProviderDescriptor descriptor() {
            final ProviderDescriptor acme = super.descriptor();
            return describing(acme, acme.services(), Duration.ofSeconds(questions));
        }

        @Override
        public UsageReport usage(final SimId sim) {
            questions++;
            return super.usage(sim);
        }
    }

    static final class WithoutRecords implements CarrierSimulator {

        @Override
        public String carrier() {
            return "acme";
        }

        @Override
        public SimulatedCarrier start(final SimulatorOptions options) {
            return new SilentAboutRecords(new AcmeSimulator().start(options));
        }
    }
}
