package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Plugins that throw what they should not, and change what is not theirs. */
class PluginTest {

    private static final ClassLoader FOREIGN = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());

    @Test
    @Fault("LIF-06")
    void what_a_plugin_should_not_throw_is_one_sim_s_failure_and_no_other_s() {
        for (final Throwable thrown : List.of(
                new StackOverflowError("canary-7d1f"),
                new NoClassDefFoundError("canary-7d1f"),
                new IOException("canary-7d1f"),
                new IllegalStateException("canary-7d1f", new IOException("canary-7d1f")))) {
            Scene.play(1, scene -> {
                scene.factory(Plugin.answering(throwingFor(Scene.SIM, thrown)));
                final CarrierAccount plugin = scene.account("plugin");
                final UsageException failure = Scene.failure(() -> plugin.usage(Scene.SIM));
                assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
                assertThat(failure.getCause()).isNull();
                assertThat(failure.toString()).doesNotContain("canary-7d1f");
                assertThat(plugin.usage(Scene.OTHER_SIM).buckets()).isNotEmpty();
            });
        }
    }

    @Test
    @Fault("LIF-06")
    void what_no_program_survives_goes_to_the_caller_as_it_is_and_leaves_the_account_in_order() {
        Scene.play(scene -> {
            scene.factory(Plugin.answering(throwingFor(Scene.SIM, new OutOfMemoryError("as if"))));
            final CarrierAccount plugin = scene.account("plugin");
            assertThatThrownBy(() -> plugin.usage(Scene.SIM)).isInstanceOf(OutOfMemoryError.class);
            assertThat(plugin.usage(Scene.OTHER_SIM).buckets()).isNotEmpty();
            assertThatThrownBy(() -> plugin.usage(Scene.SIM)).isInstanceOf(OutOfMemoryError.class);
        });
    }

    @Test
    @Fault("LIF-06")
    void what_a_plugin_throws_as_it_is_created_is_told_without_its_words_and_nothing_stays_open() {
        for (final Throwable thrown : List.of(
                new StackOverflowError("canary-7d1f"),
                new ExceptionInInitializerError("canary-7d1f"),
                new IOException("canary-7d1f"),
                new NullPointerException("canary-7d1f"))) {
            Scene.play(1, scene -> {
                final List<String> closed = new ArrayList<>();
                scene.factory(Plugin.good().called("a-good-one").onClose(() -> closed.add("a-good-one")));
                scene.factory(Plugin.good().onCreation(() -> {
                    throw PluginTest.<RuntimeException>undeclared(thrown);
                }));
                assertThatThrownBy(() -> scene.open(Scene.with(Scene.settings("a-good-one"), "plugin")
                                .build()))
                        .isInstanceOf(InvalidSettingsException.class)
                        .hasMessageContaining(thrown.getClass().getSimpleName())
                        .hasMessageNotContaining("canary-7d1f");
                assertThat(closed).containsExactly("a-good-one");
            });
        }
    }

    @Test
    @Fault("LIF-07")
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void defaults_that_a_plugin_changes_change_nothing_that_the_engine_or_another_plugin_says() {
        final List<String> before = said(Runnable::run, () -> {});
        final List<String> after = said(Defaults::kept, () -> {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
        });
        assertThat(after).isEqualTo(before).hasSize(4);
    }

    @Test
    @Fault("LIF-07")
    void every_thread_keeps_its_context_class_loader_whatever_a_plugin_does_to_it() throws Exception {
        final ClassLoader mine = Thread.currentThread().getContextClassLoader();
        final ExecutorService executor = Executors.newSingleThreadExecutor();
        final Runnable meddle = () -> Thread.currentThread().setContextClassLoader(FOREIGN);
        final List<ClassLoader> seen = new ArrayList<>();
        final Plugin meddler = Plugin.answering((context, sim) -> {
                    seen.add(Thread.currentThread().getContextClassLoader());
                    meddle.run();
                    return Plugin.oneGibibyte(context, sim);
                })
                .onCreation(meddle)
                .onClose(meddle);
        try {
            final ClassLoader embedders = executor.submit(PluginTest::loader).get();
            try (Anycarrier carriers = open(meddler, Threads.of(executor))) {
                assertThat(loader()).isSameAs(mine);
                carriers.account("plugin").usage(Scene.SIM);
                carriers.account("plugin").usage(Scene.OTHER_SIM);
                assertThat(carriers.account("plugin").capabilities()).isNotEmpty();
                assertThat(loader()).isSameAs(mine);
            }
            assertThat(loader()).isSameAs(mine);
            assertThat(seen).containsExactly(Anycarrier.class.getClassLoader(), Anycarrier.class.getClassLoader());
            assertThat(executor.submit(PluginTest::loader).get()).isSameAs(embedders);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    @Fault("LIF-05")
    void a_plugin_that_is_slow_to_be_created_delays_whoever_opens_it_and_nobody_who_asks_meanwhile() {
        Scene.play(scene -> {
            scene.factory(Plugin.good().onCreation(() -> scene.pass(Duration.ofHours(1))));
            final Anycarrier carriers = scene.open("airalo");
            final SimulatedThread opening = scene.start(() -> carriers.apply(
                    Scene.with(Scene.settings("airalo"), "plugin").build()));
            scene.pass(Duration.ofSeconds(1));
            assertThat(carriers.account("airalo").usage(Scene.SIM).buckets()).isNotEmpty();
            assertThat(scene.elapsed()).isLessThan(Duration.ofMinutes(1));
            opening.join();
            assertThat(carriers.account("plugin").usage(Scene.SIM).buckets()).isNotEmpty();
        });
    }

    /** What an account and its neighbours say, after a plugin has done something to this process. */
    private static List<String> said(final Consumer<Runnable> around, final Runnable meddling) {
        final List<String> said = new ArrayList<>();
        around.accept(() -> Scene.play(1, scene -> {
            scene.factory(Plugin.answering((context, sim) -> {
                meddling.run();
                return Plugin.oneGibibyte(context, sim);
            }));
            final Anycarrier carriers =
                    scene.open(Scene.with(Scene.settings("plugin"), "airalo").build());
            said.add(carriers.account("plugin").usage(Scene.SIM).toString());
            final CallOptions options = CallOptions.defaults().withCorrelationId("i1");
            said.add(carriers.account("airalo")
                    .usage(Scene.SIM, options)
                    .report()
                    .toString());
            scene.answer(Reply.of(503, "{\"code\":\"TITLE\"}").with("RETRY-AFTER", "Fri, 31 Dec 2100 23:59:59 GMT"));
            said.add(Scene.failure(() -> carriers.account("airalo").usage(Scene.OTHER_SIM, options))
                    .getMessage());
            said.add(carriers.account("airalo").settings().toString());
        }));
        return said;
    }

    private static Anycarrier open(final Plugin plugin, final Threads threads) {
        return Anycarrier.builder()
                .settings(Scene.settings("plugin").build())
                .classLoader(FOREIGN)
                .factory(plugin)
                .ports(Ports.system().withThreads(threads))
                .build();
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    private static BiFunction<ProviderContext, SimId, UsageReport> throwingFor(
            final SimId poison, final Throwable thrown) {
        return (context, sim) -> {
            if (sim.equals(poison)) {
                throw PluginTest.<RuntimeException>undeclared(thrown);
            }
            return Plugin.oneGibibyte(context, sim);
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T undeclared(final Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** The defaults of this process, which come back whatever happens. */
    private static final class Defaults {

        static void kept(final Runnable task) {
            final TimeZone zone = TimeZone.getDefault();
            final Locale locale = Locale.getDefault();
            try {
                task.run();
            } finally {
                TimeZone.setDefault(zone);
                Locale.setDefault(locale);
            }
        }
    }
}
