package dev.anycarrier.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.airalo.AiraloProviderFactory;
import dev.anycarrier.onomondo.OnomondoProviderFactory;
import dev.anycarrier.pressone.PressOneProviderFactory;
import dev.anycarrier.settings.AccountSettings;
import dev.anycarrier.settings.CommonSettings;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsResolver;
import dev.anycarrier.spi.UsageProviderFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A settings file: it is resolved, or refused with a list of what is wrong. */
final class SettingsTarget implements Predicate<byte[]> {

    private static final Map<String, UsageProviderFactory> FACTORIES = Map.of(
            "airalo", new AiraloProviderFactory(),
            "onomondo", new OnomondoProviderFactory(),
            "pressone", new PressOneProviderFactory());

    private final Path file;

    SettingsTarget() {
        try {
            file = Files.createTempFile("fuzzed", ".properties");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        file.toFile().deleteOnExit();
    }

    @Override
    public boolean test(final byte[] input) {
        try {
            Files.write(file, input);
            final List<AccountSettings> accounts = SettingsResolver.resolve(
                    Settings.builder()
                            .environment(Map.of("KNOWN", "a value"))
                            .systemProperties(Map.of())
                            .file(file)
                            .build(),
                    FACTORIES,
                    CommonSettings.all());
            assertThat(accounts).extracting(AccountSettings::account).doesNotHaveDuplicates();
            assertThat(accounts).allSatisfy(account -> assertThat(FACTORIES).containsKey(account.provider()));
            return !accounts.isEmpty();
        } catch (final InvalidSettingsException refused) {
            assertThat(refused.problems()).isNotEmpty();
            return false;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
