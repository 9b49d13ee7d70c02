package dev.anycarrier.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that reads what others write is left out. */
class TargetsTest {

    @Test
    void what_each_carrier_can_be_asked_is_fuzzed_and_so_are_settings_identifiers_and_headers() {
        final List<String> wanted = new ArrayList<>(List.of("SETTINGS", "SIM", "RETRY_AFTER"));
        final List<UsageProviderFactory> factories = ServiceLoader.load(UsageProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(factories).hasSizeGreaterThan(2);
        factories.forEach(factory ->
                answers(factory).forEach(answer -> wanted.add(factory.id().toUpperCase(Locale.ROOT) + "_" + answer)));
        assertThat(Arrays.stream(Target.values()).map(Target::name)).containsAll(wanted);
    }

    @Test
    void each_fuzz_test_is_that_of_one_target() throws IOException, URISyntaxException {
        final Path folder = Path.of(TargetsTest.class.getResource("").toURI());
        try (Stream<Path> classes = Files.list(folder)) {
            assertThat(Arrays.stream(Target.values())
                            .map(target -> target.fuzzTest().getSimpleName()))
                    .containsExactlyInAnyOrderElementsOf(
                            classes.map(file -> file.getFileName().toString())
                                    .filter(file -> file.endsWith("FuzzTest.class"))
                                    .map(file -> file.substring(0, file.length() - ".class".length()))
                                    .toList());
        }
    }

    private static List<String> answers(final UsageProviderFactory factory) {
        final List<String> answers = new ArrayList<>(List.of("USAGE", "ANY_ANSWER"));
        final TokenContext context = new TokenContext(factory);
        if (context.exchangesTokens()) {
            answers.add("TOKEN");
        }
        try (UsageProvider provider = factory.create(context)) {
            provider.records().ifPresent(there -> answers.add("RECORDS"));
            provider.usageByHour().ifPresent(there -> answers.add("HOURS"));
            provider.tagUsage().ifPresent(there -> answers.add("TAG"));
        }
        return answers;
    }
}
