package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.discovery.ProviderDiscovery;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a plugin is found, and what it refuses when an account of it is opened. */
public final class OpeningRules {

    private static final Duration LONGEST = Duration.ofDays(366);

    public static final List<CheckedRule> ALL = List.of(
            must(Group.DISCOVERY, 7, "ServiceLoader finds a factory of this name.")
                    .because("A plugin is put on the path and named in the settings; nobody registers it by hand.")
                    .lookAt("META-INF/services/dev.anycarrier.spi.UsageProviderFactory, and 'provides' of a module.")
                    .only(Route.PROVIDER)
                    .shownBy(OpeningRules::found),
            must(Group.DISCOVERY, 8, "An account that lacks a setting is refused by the setting's name, or works.")
                    .because("Who forgot a setting is to learn it at the start, not by a failure in the night.")
                    .lookAt("Settings that are declared optional, and needed.")
                    .only(Route.PROVIDER)
                    .shownBy(OpeningRules::left),
            must(Group.DISCOVERY, 9, "Nonsense in a setting is refused when the account is opened, by its name.")
                    .because("A value that is silently replaced is one that somebody believes to be in force.")
                    .lookAt("Setting.integer, duration, address and the others instead of texts parsed later.")
                    .only(Route.PROVIDER)
                    .shownBy(OpeningRules::nonsense),
            must(Group.DISCOVERY, 10, "The numbers of the descriptor make sense together.")
                    .because("The engine keeps to them for all questions of the account.")
                    .lookAt("ProviderDescriptor: limits, interval, cache time and the names of limit headers.")
                    .only(Route.PROVIDER)
                    .shownBy(OpeningRules::sensible));

    private OpeningRules() {}

    private static void found(final Trial trial) {
        final ClassLoader loader = trial.factory().getClass().getClassLoader();
        final ProviderDiscovery discovery = ProviderDiscovery.run(loader, List.of());
        unless(
                discovery.factories().containsKey(trial.factory().id()),
                "nothing of the name '" + trial.factory().id() + "' is found, only "
                        + discovery.factories().keySet() + "; unusable are "
                        + discovery.providers().failed());
    }

    private static void left(final Trial trial) {
        for (final Setting<?> setting : trial.factory().settings()) {
            final boolean given = trial.overlay().settings().containsKey(setting.name());
            if (given && setting.defaultText().isEmpty()) {
                try (Anycarrier without = trial.opened(all -> all.remove(setting.name()))) {
                    answersWithout(trial, without, setting.name());
                } catch (final InvalidSettingsException e) {
                    unlessNamed(e, setting.name(), "without the setting ");
                }
            }
        }
    }

    private static void answersWithout(final Trial trial, final Anycarrier without, final String setting) {
        try {
            without.account(Trial.ACCOUNT).usage(trial.sim());
        } catch (final RuntimeException e) {
            throw new Violation("without the setting " + setting + " the account is opened, and a question then fails: "
                    + e.getMessage());
        }
    }

    private static void nonsense(final Trial trial) {
        for (final Setting<?> setting : trial.factory().settings()) {
            final String nonsense = nonsense(setting.type());
            try (Anycarrier opened = trial.opened(all -> all.put(setting.name(), nonsense))) {
                throw new Violation("'" + nonsense.strip() + "' as the setting " + setting + " was accepted for "
                        + opened.accounts().keySet());
            } catch (final InvalidSettingsException e) {
                unlessNamed(e, setting.name(), "with nonsense in the setting ");
                unless(
                        !setting.isSecret() || !String.valueOf(e.getMessage()).contains(nonsense),
                        "the refusal repeats the secret " + setting.name());
            }
        }
    }

    /** No value of any type that a setting usually has; a text is nonsense only if it says nothing. */
    private static String nonsense(final String type) {
        return switch (type) {
            case "address", "integer", "duration", "flag", "limit", "path" -> "no such value";
            case "secret" -> "half a canary\nand the other half";
            default -> " ";
        };
    }

    private static void unlessNamed(final InvalidSettingsException refusal, final String setting, final String case_) {
        unless(
                String.valueOf(refusal.getMessage()).contains(setting),
                case_ + setting + " the account is refused without naming it: " + refusal.getMessage());
    }

    private static void sensible(final Trial trial) {
        final ProviderDescriptor descriptor = trial.provider().descriptor();
        unless(!descriptor.identifiers().isEmpty(), "it accepts no identifier at all");
        unless(!descriptor.services().isEmpty(), "it tells of no service at all");
        unless(!descriptor.minimumInterval().isNegative(), "the minimum interval is " + descriptor.minimumInterval());
        unlessTooLong(descriptor.minimumInterval(), "the minimum interval");
        descriptor.carrierCacheTime().ifPresent(time -> {
            unless(!time.isNegative() && !time.isZero(), "the carrier's cache time is " + time);
            unlessTooLong(time, "the carrier's cache time");
        });
        final Set<List<Object>> windows = new HashSet<>();
        for (final RateLimit limit : descriptor.limits()) {
            unlessTooLong(limit.window(), "the window of the limit " + limit);
            unless(
                    windows.add(List.of(limit.scope(), limit.window())),
                    "there are two limits for " + limit.scope() + " in " + limit.window());
        }
        descriptor.rateLimitHeaders().ifPresent(OpeningRules::unlessNames);
    }

    private static void unlessTooLong(final Duration time, final String what) {
        unless(time.compareTo(LONGEST) <= 0, what + " is longer than a year: " + time);
    }

    private static void unlessNames(final RateLimitHeaders headers) {
        final List<String> names = List.of(headers.limit(), headers.remaining(), headers.reset());
        names.forEach(name -> unless(name.matches("[A-Za-z0-9-]+"), "a limit header is called '" + name + "'"));
        unless(
                names.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        == names.size(),
                "two of the three limit headers are the same: " + names);
    }
}
