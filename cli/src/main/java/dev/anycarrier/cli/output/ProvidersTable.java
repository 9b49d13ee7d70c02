package dev.anycarrier.cli.output;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.discovery.DiscoveredProviders;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.Setting;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Providers, their settings and the accounts, as one small table after the other. */
public final class ProvidersTable {

    private final PrintStream out;
    private final boolean colours;

    /**
     * A printer.
     *
     * @param colours whether colours are wanted
     */
    public ProvidersTable(final PrintStream out, final boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** Prints those that were found and those that cannot be used. */
    public void printProviders(final DiscoveredProviders providers) {
        final Table found = new Table(List.of(Column.left("PROVIDER"), Column.left("NAME"), Column.left("SOURCE")));
        providers.found().forEach(provider -> found.add(provider.id(), provider.displayName(), provider.source()));
        found.print(out, colours);
        if (!providers.failed().isEmpty()) {
            out.println();
            final Table failed = new Table(List.of(Column.left("CANNOT BE USED"), Column.left("PROBLEM")));
            providers
                    .failed()
                    .forEach(failure ->
                            failed.add(List.of(new Cell(failure.source(), Colour.RED), Cell.of(failure.problem()))));
            failed.print(out, colours);
        }
    }

    /** Prints what can be set. */
    public void printSettings(final String of, final List<Setting<?>> settings) {
        out.println();
        final Table table = new Table(List.of(
                Column.left("SETTING OF " + of),
                Column.left("TYPE"),
                Column.left("DEFAULT"),
                Column.left("DESCRIPTION")));
        settings.forEach(setting -> table.add(List.of(
                Cell.of(setting.name()), Cell.of(setting.type()), byDefault(setting), Cell.of(setting.description()))));
        table.print(out, colours);
    }

    /** Prints what an account can be asked, what holds for it, and its settings with their origins. */
    public void printAccount(final CarrierAccount account) {
        final ProviderDescriptor descriptor = account.descriptor();
        out.println();
        final Table facts = new Table(List.of(Column.left("ACCOUNT"), Column.left(account.name())));
        facts.add("provider", account.provider());
        facts.add("can be asked", words(account.capabilities()));
        facts.add("identifiers", words(descriptor.identifiers()));
        facts.add("services", words(descriptor.services()));
        facts.add(
                "age of values",
                descriptor
                        .carrierCacheTime()
                        .map(time -> "up to " + TimeText.of(time))
                        .orElse(AmountText.UNKNOWN));
        facts.add(
                "limits",
                descriptor.limits().stream()
                        .map(limit -> limit.requests() + " in " + TimeText.of(limit.window()) + " per " + limit.scope())
                        .collect(Collectors.joining(", ")));
        facts.print(out, colours);
        final Table settings =
                new Table(List.of(Column.left("  SETTING"), Column.left("VALUE"), Column.left("ORIGIN")));
        account.settings()
                .forEach(setting -> settings.add("  " + setting.name(), setting.shownValue(), setting.origin()));
        settings.print(out, colours);
    }

    private static Cell byDefault(final Setting<?> setting) {
        return setting.defaultText()
                .map(Cell::of)
                .orElseGet(() ->
                        setting.isRequired() ? new Cell("required", Colour.YELLOW) : new Cell("not set", Colour.FAINT));
    }

    private static <T extends Enum<T>> String words(final Collection<T> constants) {
        return constants.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }
}
