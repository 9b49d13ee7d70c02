package dev.anycarrier.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.plugins.PluginJar;
import dev.anycarrier.plugins.PluginLoader;
import dev.anycarrier.plugins.Plugins;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProviderFactory;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Discovery as in LIF-05, LIF-06 and LIF-07 of the fault catalogue. */
class ProviderDiscoveryTest {

    private static final String PLUGINS = "dev.anycarrier.plugins.Plugins$";

    @TempDir
    private Path folder;

    private final List<PluginLoader> loaders = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (final PluginLoader loader : loaders) {
            loader.close();
        }
    }

    @Test
    void a_plugin_in_a_jar_file_is_found_with_its_class_jar_and_settings() throws IOException {
        final ProviderDiscovery discovery = discover(jar("good-telecom.jar", Plugins.Good.class));

        assertThat(discovery.factories()).containsOnlyKeys("good");
        assertThat(discovery.providers().failed()).isEmpty();
        assertThat(discovery.providers().found()).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo("good");
            assertThat(found.displayName()).isEqualTo("Good Telecom");
            assertThat(found.source()).isEqualTo(PLUGINS + "Good in good-telecom.jar");
            assertThat(found.settings()).extracting(Setting::name).containsExactly("user");
        });
    }

    @Test
    void nothing_to_find_is_no_failure() {
        final ProviderDiscovery discovery = ProviderDiscovery.run(ClassLoader.getPlatformClassLoader(), List.of());

        assertThat(discovery.providers()).isEqualTo(new DiscoveredProviders(List.of(), List.of()));
    }

    static Stream<Arguments> brokenPlugins() {
        return Stream.of(
                Arguments.of(
                        Plugins.ThrowingConstructor.class,
                        "instantiation fails: Provider " + PLUGINS + "ThrowingConstructor could not be instantiated,"
                                + " caused by java.lang.IllegalStateException"),
                Arguments.of(
                        Plugins.ThrowingInitialiser.class,
                        "instantiation fails: Provider " + PLUGINS + "ThrowingInitialiser could not be instantiated,"
                                + " caused by java.lang.ExceptionInInitializerError, caused by"
                                + " java.lang.NumberFormatException"),
                Arguments.of(
                        Plugins.WithoutId.class,
                        "no valid id: it must be 1 to 64 lower-case letters, digits and inner '-'"),
                Arguments.of(
                        Plugins.InvalidId.class,
                        "no valid id: it must be 1 to 64 lower-case letters, digits and inner '-'"),
                Arguments.of(Plugins.ThrowingId.class, "id() fails: java.lang.IllegalStateException"),
                Arguments.of(Plugins.EndlessId.class, "id() fails: java.lang.StackOverflowError"),
                Arguments.of(Plugins.ThrowingCheckedException.class, "id() fails: java.io.IOException"),
                Arguments.of(Plugins.Unlinked.class, "displayName() fails: java.lang.AbstractMethodError"),
                Arguments.of(
                        Plugins.ForAnotherVersion.class,
                        "made for version 2 of the provider interface, while this is version 1"),
                Arguments.of(Plugins.Nameless.class, "no display name"),
                Arguments.of(Plugins.WithoutSettings.class, "settings() fails: java.lang.NullPointerException"));
    }

    @ParameterizedTest
    @MethodSource("brokenPlugins")
    void a_broken_plugin_is_reported_and_the_others_load_in_any_order(final Class<?> broken, final String problem)
            throws IOException {
        final ProviderDiscovery before =
                discover(jar("a.jar", broken, Plugins.Good.class), jar("b.jar", Plugins.Other.class));
        final ProviderDiscovery after =
                discover(jar("c.jar", Plugins.Other.class), jar("d.jar", Plugins.Good.class, broken));

        assertThat(before.factories()).containsOnlyKeys("good", "other");
        assertThat(after.factories()).containsOnlyKeys("good", "other");
        assertThat(before.providers().failed())
                .containsExactly(new FailedProvider(broken.getName() + " in a.jar", problem));
        assertThat(after.providers().failed())
                .containsExactly(new FailedProvider(broken.getName() + " in d.jar", problem));
    }

    @Test
    void a_plugin_whose_class_is_missing_is_reported_and_the_others_load() throws IOException {
        final Path first = new PluginJar()
                .service("com.example.Missing")
                .providers(Plugins.Good.class)
                .writeTo(folder.resolve("a.jar"));

        final ProviderDiscovery discovery = discover(first, jar("b.jar", Plugins.Other.class));

        assertThat(discovery.factories()).containsOnlyKeys("good", "other");
        assertThat(discovery.providers().failed())
                .extracting(FailedProvider::toString)
                .containsExactly("a plugin: loading fails: Provider com.example.Missing not found");
    }

    @Test
    void a_plugin_whose_superclass_is_missing_is_reported_and_the_others_load() throws IOException {
        final ProviderDiscovery discovery =
                discover(jar("a.jar", Plugins.Orphan.class, Plugins.Good.class), jar("b.jar", Plugins.Other.class));

        assertThat(discovery.factories()).containsOnlyKeys("good", "other");
        assertThat(discovery.providers().failed())
                .singleElement()
                .extracting(FailedProvider::problem)
                .asString()
                .startsWith("loading fails: java.lang.NoClassDefFoundError (dev/anycarrier/plugins/Plugins$Parent)");
    }

    @Test
    void a_service_that_is_no_plugin_is_reported_and_the_others_load() throws IOException {
        final ProviderDiscovery discovery = discover(jar("a.jar", Plugins.Stranger.class, Plugins.Good.class));

        assertThat(discovery.factories()).containsOnlyKeys("good");
        assertThat(discovery.providers().failed())
                .extracting(FailedProvider::problem)
                .containsExactly("loading fails: " + PLUGINS + "Stranger not a subtype");
    }

    @Test
    void a_list_of_services_that_cannot_be_read_is_reported_with_its_place_and_the_others_load() throws IOException {
        final Path first =
                new PluginJar().service("# plugins").service("not a class name").writeTo(folder.resolve("a.jar"));

        final ProviderDiscovery discovery = discover(first, jar("b.jar", Plugins.Other.class));

        assertThat(discovery.factories()).containsOnlyKeys("other");
        assertThat(discovery.providers().failed())
                .singleElement()
                .extracting(FailedProvider::problem)
                .asString()
                .startsWith("loading fails: ")
                .contains("a.jar", ":2: ");
    }

    @Test
    void a_search_that_stands_still_is_given_up_and_what_is_registered_by_hand_remains() {
        final ClassLoader stuck = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(final String name) throws IOException {
                throw new IOException("the network drive is gone");
            }
        };

        final ProviderDiscovery discovery = ProviderDiscovery.run(stuck, List.of(new Plugins.Good()));

        assertThat(discovery.factories()).containsOnlyKeys("good");
        assertThat(discovery.providers().failed())
                .extracting(FailedProvider::toString)
                .containsExactly(
                        "a plugin: loading fails: Error locating configuration files, caused by java.io.IOException",
                        "the search for plugins: was given up after too many failures in a row");
    }

    @Test
    void ninety_nine_broken_plugins_in_a_row_do_not_hide_a_good_one_in_another_jar() throws IOException {
        final PluginJar broken = new PluginJar();
        for (int index = 0; index < 99; index++) {
            broken.service("com.example.Missing" + index);
        }

        final ProviderDiscovery discovery =
                discover(broken.writeTo(folder.resolve("a.jar")), jar("b.jar", Plugins.Good.class));

        assertThat(discovery.factories()).containsOnlyKeys("good");
        assertThat(discovery.providers().failed()).hasSize(99);
    }

    @Test
    void of_two_found_with_the_same_id_neither_is_used_and_both_are_named() throws IOException {
        final ProviderDiscovery discovery =
                discover(jar("a.jar", Plugins.Good.class), jar("b.jar", Plugins.GoodToo.class, Plugins.Other.class));

        assertThat(discovery.factories()).containsOnlyKeys("other");
        assertThat(discovery.providers().failed())
                .extracting(FailedProvider::toString)
                .containsExactly(
                        PLUGINS + "Good in a.jar: not used, because it has the same id good as " + PLUGINS
                                + "GoodToo in b.jar",
                        PLUGINS + "GoodToo in b.jar: not used, because it has the same id good as " + PLUGINS
                                + "Good in a.jar");
    }

    @Test
    void one_registered_by_hand_replaces_a_found_one_of_the_same_id_and_the_found_one_is_named() throws IOException {
        final UsageProviderFactory mine = new Plugins.GoodToo();

        final ProviderDiscovery discovery = discover(List.of(mine), jar("a.jar", Plugins.Good.class));

        assertThat(discovery.factories()).containsExactly(Map.entry("good", mine));
        assertThat(discovery.providers().failed())
                .extracting(FailedProvider::toString)
                .containsExactly(PLUGINS + "Good in a.jar: not used, because " + PLUGINS
                        + "GoodToo in target/test-classes/ is registered by hand for good");
    }

    @Test
    void one_registered_by_hand_settles_which_of_two_found_ones_is_meant() throws IOException {
        final UsageProviderFactory mine = new Plugins.Good();

        final ProviderDiscovery discovery =
                discover(List.of(mine), jar("a.jar", Plugins.Good.class), jar("b.jar", Plugins.GoodToo.class));

        assertThat(discovery.factories()).containsExactly(Map.entry("good", mine));
    }

    @Test
    void one_that_is_registered_by_hand_and_found_too_is_there_once_and_nothing_is_wrong() throws IOException {
        final PluginLoader loader = loader(jar("a.jar", Plugins.Good.class));
        final UsageProviderFactory same =
                ProviderDiscovery.run(loader, List.of()).factories().get("good");

        final ProviderDiscovery discovery = ProviderDiscovery.run(loader, List.of(same, same));

        assertThat(discovery.factories()).containsExactly(Map.entry("good", same));
        assertThat(discovery.providers().failed()).isEmpty();
    }

    @Test
    void a_broken_one_registered_by_hand_is_reported_like_any_other() {
        final ProviderDiscovery discovery = ProviderDiscovery.run(
                ClassLoader.getPlatformClassLoader(), List.of(new Plugins.ThrowingId(), new Plugins.Other()));

        assertThat(discovery.factories()).containsOnlyKeys("other");
        assertThat(discovery.providers().failed())
                .containsExactly(new FailedProvider(
                        PLUGINS + "ThrowingId in target/test-classes/", "id() fails: java.lang.IllegalStateException"));
    }

    @Test
    void the_class_loader_of_the_thread_is_what_it_was_whatever_a_plugin_does() throws IOException {
        final Thread thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        final List<ClassLoader> seenByTheNext = new ArrayList<>();
        final UsageProviderFactory next = new Plugins.Good() {
            @Override
            public String id() {
                seenByTheNext.add(thread.getContextClassLoader());
                return "next";
            }
        };
        final UsageProviderFactory meddling = new Plugins.Meddling();
        thread.setContextClassLoader(before);
        try {
            discover(List.of(meddling, next), jar("a.jar", Plugins.Meddling.class));

            assertThat(seenByTheNext).containsExactly(before);
            assertThat(thread.getContextClassLoader()).isSameAs(before);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void a_machine_without_memory_is_not_taken_for_a_plugins_fault() {
        final List<UsageProviderFactory> factories = List.of(new Plugins.WithoutMemory());

        assertThatThrownBy(() -> ProviderDiscovery.run(ClassLoader.getPlatformClassLoader(), factories))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private Path jar(final String name, final Class<?>... providers) throws IOException {
        return new PluginJar().classes(Plugins.Good.class).providers(providers).writeTo(folder.resolve(name));
    }

    private PluginLoader loader(final Path... jars) throws IOException {
        final PluginLoader loader = PluginLoader.of(jars);
        loaders.add(loader);
        return loader;
    }

    private ProviderDiscovery discover(final Path... jars) throws IOException {
        return discover(List.of(), jars);
    }

    private ProviderDiscovery discover(final List<UsageProviderFactory> explicit, final Path... jars)
            throws IOException {
        return ProviderDiscovery.run(loader(jars), explicit);
    }
}
