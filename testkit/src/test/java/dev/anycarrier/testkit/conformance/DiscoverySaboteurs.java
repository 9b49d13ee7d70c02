package dev.anycarrier.testkit.conformance;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a factory or a descriptor can get wrong. */
final class DiscoverySaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of("DISCOVERY-01", "was compiled against an interface of the future", Futuristic::new)
                    // Discovery refuses it, so nothing else can be tried.
                    .andMayBreak(
                            "DISCOVERY-03",
                            "DISCOVERY-04",
                            "DISCOVERY-05",
                            "DISCOVERY-06",
                            "DISCOVERY-08",
                            "DISCOVERY-09",
                            "DISCOVERY-10"),
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
                    .at(new WithoutRecords()),
            Saboteur.of("DISCOVERY-07", "goes by a name under which nobody finds it", Unlisted::new)
                    .at(new UnlistedCarrier())
                    // Its reports are still called Acme's.
                    .andMayBreak("DISCOVERY-04"),
            Saboteur.of("DISCOVERY-08", "misses its key only when it is asked", Late::new),
            Saboteur.of("DISCOVERY-09", "takes any text for the number of its pages", Lenient::new),
            Saboteur.of(
                    "DISCOVERY-10",
                    "asks for a wait of less than nothing",
                    () -> AcmeWith.provider((acme, context) -> new SameProvider(acme) {
                        @Override
                        public ProviderDescriptor descriptor() {
                            final ProviderDescriptor descriptor = super.descriptor();
                            return describing(descriptor, descriptor.services(), Duration.ofMinutes(-1));
                        }
                    })));

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

    private static final class Unlisted extends AcmeWith.Factory {
        @Override
        public String id() {
            return "unlisted";
        }
    }

    /** The carrier of that name. */
    private static final class UnlistedCarrier implements CarrierSimulator {

        @Override
        public String carrier() {
            return "unlisted";
        }

        @Override
        public SimulatedCarrier start(final SimulatorOptions options) {
            return new SameCarrier(new AcmeSimulator().start(options)) {
                @Override
                public String carrier() {
                    return "unlisted";
                }

                @Override
                public Map<String, String> settings() {
                    final Map<String, String> settings = new HashMap<>(super.settings());
                    settings.put("provider", carrier());
                    return settings;
                }
            };
        }
    }

    /** Declares its key as one that may be absent, and needs it. */
    private static final class Late extends AcmeWith.Factory {

        @Override
        public List<Setting<?>> settings() {
            return super.settings().stream()
                    .<Setting<?>>map(setting -> setting.name().equals("account-key") ? setting.optional() : setting)
                    .toList();
        }

        @Override
        public UsageProvider create(final ProviderContext context) {
            return super.create(new ForwardingContext(context) {
                @Override
                public ProviderSettings settings() {
                    return new LookedUpLater(super.settings());
                }
            });
        }
    }

    private record LookedUpLater(ProviderSettings settings) implements ProviderSettings {

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(final Setting<T> setting) {
            return setting.isSecret()
                    ? (T) (SecretSource) () -> ((SecretSource) settings.get(setting)).current()
                    : settings.get(setting);
        }

        @Override
        public <T> Optional<T> find(final Setting<T> setting) {
            return settings.find(setting);
        }
    }

    private static final class Lenient extends AcmeWith.Factory {

        @Override
        public List<Setting<?>> settings() {
            final var settings = new ArrayList<>(super.settings());
            settings.add(Setting.of("pages", "integer", "How many pages are read at most.", Lenient::number)
                    .defaultsTo("10"));
            return settings;
        }

        private static int number(final String text) {
            return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 10;
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
