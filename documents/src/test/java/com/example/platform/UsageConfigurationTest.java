package com.example.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.AsyncUsage;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testing.ManualClock;
import dev.anycarrier.testing.ScriptedAnswer;
import dev.anycarrier.testing.ScriptedCarrier;
import dev.anycarrier.usage.SimRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** The recipe for Spring Boot, in a context as Boot makes one. */
class UsageConfigurationTest {

    private static final SimRef SIM = SimRef.parse("airalo-eu:8944465400000217735");

    @TempDir
    private Path folder;

    @Test
    void the_carriers_are_those_of_the_settings_and_closed_with_the_context() throws IOException {
        final Path settings = Files.writeString(
                folder.resolve("carriers.properties"),
                "airalo-eu.provider = airalo\nairalo-eu.client-id = id\nairalo-eu.client-secret = a-secret-value\n");
        final Anycarrier carriers;
        try (AnnotationConfigApplicationContext context = context(settings)) {
            context.register(UsageConfiguration.class);
            context.refresh();
            carriers = context.getBean(Anycarrier.class);
            assertThat(carriers.accounts()).containsKey("airalo-eu");
        }
        assertThatThrownBy(() -> carriers.usage(SIM))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_test_that_brings_carriers_of_its_own_has_them_everywhere() {
        final ScriptedCarrier carrier =
                ScriptedCarrier.named("airalo-eu").with("8944465400000217735", ScriptedAnswer.data(10, 1));
        final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-11-27T12:00:00Z"));
        try (AnnotationConfigApplicationContext context = context(folder.resolve("none"))) {
            context.registerBean(
                    Anycarrier.class,
                    () -> ScriptedCarrier.builder(clock, carrier).build());
            context.register(UsageConfiguration.class);
            context.refresh();
            assertThat(context.getBean(AsyncUsage.class).usage(SIM).join().sim())
                    .isEqualTo(SIM.sim());
        }
    }

    private static AnnotationConfigApplicationContext context(final Path settings) {
        final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("application", Map.of("anycarrier.settings", settings.toString())));
        context.registerBean(PropertySourcesPlaceholderConfigurer.class);
        context.registerBean(AsyncTaskExecutor.class, () -> new SimpleAsyncTaskExecutor());
        return context;
    }
}
