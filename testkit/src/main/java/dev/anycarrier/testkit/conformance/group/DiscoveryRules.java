package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Capability;
import dev.anycarrier.settings.CommonSettings;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.Capabilities;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageCounter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a factory and a provider say of themselves, before anything is asked. */
public final class DiscoveryRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.DISCOVERY, 1, "The factory names the carrier and the interface it was compiled against.")
                    .because("Discovery passes over a plugin that it cannot name or does not understand.")
                    .lookAt("id(), displayName(), and spiVersion() returning UsageProviderFactory.SPI_VERSION.")
                    .only(Route.PROVIDER)
                    .shownBy(DiscoveryRules::factory),
            must(Group.DISCOVERY, 2, "Every setting has a name of its own, a description, and a default it can read.")
                    .because("Operators see nothing of a plugin but its settings.")
                    .lookAt("UsageProviderFactory.settings(), against CommonSettings too.")
                    .only(Route.PROVIDER)
                    .shownBy(DiscoveryRules::settings),
            must(Group.DISCOVERY, 3, "Opening an account asks the carrier nothing.")
                    .because("A platform starts while a carrier is down, and a limit is not spent on starting.")
                    .lookAt("UsageProviderFactory.create() and the provider's constructor.")
                    .only(Route.PROVIDER)
                    .shownBy(DiscoveryRules::openingAsksNothing),
            must(Group.DISCOVERY, 4, "The descriptor stays the same over the provider's life, and costs no request.")
                    .because("Limits and identifiers are taken from it once.")
                    .lookAt("Make it a constant, or compute it when the provider is made.")
                    .shownBy(DiscoveryRules::constantDescriptor),
            must(
                            Group.DISCOVERY,
                            5,
                            "The descriptor names every service and type of identifier that reports are about.")
                    .because("Nobody asks for what is not named, and what is not named is not shown.")
                    .lookAt("ProviderDescriptor.services() and identifiers().")
                    .shownBy(DiscoveryRules::completeDescriptor),
            must(Group.DISCOVERY, 6, "What the provider offers, the simulated carrier has, so that it can be tried.")
                    .because("What nothing was tried against is not known to work.")
                    .lookAt("SimulatedCarrier.records() and tagTotals().")
                    .only(Route.PROVIDER)
                    .shownBy(DiscoveryRules::simulatedToo));

    private DiscoveryRules() {}

    private static void factory(final Trial trial) {
        final UsageProviderFactory factory = trial.factory();
        unless(SimRef.isAccountName(factory.id()), "its id is '" + factory.id() + "', not lower-case words and '-'");
        unless(
                factory.id().equals(trial.carrier().carrier()),
                "its id is '" + factory.id() + "', but the simulated carrier is '"
                        + trial.carrier().carrier() + "'");
        unless(!factory.displayName().isBlank(), "it has no display name");
        unless(
                factory.spiVersion() == UsageProviderFactory.SPI_VERSION,
                "it was compiled against version " + factory.spiVersion() + ", and this is version "
                        + UsageProviderFactory.SPI_VERSION);
    }

    private static void settings(final Trial trial) {
        final Set<String> names = new HashSet<>();
        CommonSettings.all().forEach(common -> names.add(common.name()));
        for (final Setting<?> setting : trial.factory().settings()) {
            unless(names.add(setting.name()), "the name " + setting.name() + " is taken");
            unless(!setting.description().isBlank(), "the setting " + setting.name() + " has no description");
            unless(
                    !setting.isSecret() || setting.defaultText().isEmpty(),
                    "the secret " + setting.name() + " has a default, which everybody knows");
            setting.defaultText()
                    .ifPresent(text ->
                            Asking.mustSucceed("reading the default of " + setting.name(), () -> setting.read(text)));
        }
    }

    private static void openingAsksNothing(final Trial trial) {
        trial.account();
        final int requests = trial.overlay().exchanges().size();
        unless(requests == 0, "opening the account sent " + requests + " requests");
    }

    private static void constantDescriptor(final Trial trial) {
        final ProviderDescriptor first = trial.respondent().descriptor();
        trial.report(trial.sim());
        final int requests = trial.overlay().exchanges().size();
        final ProviderDescriptor later = trial.respondent().descriptor();
        unless(later.equals(first), "it was " + first + "\nand after a question it is " + later);
        unless(trial.overlay().exchanges().size() == requests, "reading it sent a request");
    }

    private static void completeDescriptor(final Trial trial) {
        final ProviderDescriptor descriptor = trial.respondent().descriptor();
        for (final SimTruth truth : trial.sims()) {
            unless(
                    descriptor.identifiers().contains(IdentifierType.of(truth.sim())),
                    truth.sim() + " is a SIM of the carrier, and accepted are only " + descriptor.identifiers());
            Stream.concat(
                            truth.buckets().stream().map(Bucket::service),
                            truth.counters().stream().map(UsageCounter::service))
                    .forEach(service -> unless(
                            descriptor.services().contains(service),
                            truth.sim() + " has " + service + ", and told of are only " + descriptor.services()));
        }
    }

    private static void simulatedToo(final Trial trial) {
        for (final Capability offered : trial.account().capabilities()) {
            unless(
                    Capabilities.simulated(trial.carrier(), offered),
                    "the provider offers " + offered + ", and the simulated carrier has none");
        }
    }
}
