/**
 * The front door, the neutral model, the interface a carrier implements, and the engine between them.
 *
 * <p>Users need {@code dev.anycarrier}, {@code dev.anycarrier.call}, {@code dev.anycarrier.settings}, {@code
 * dev.anycarrier.sweep} and {@code dev.anycarrier.usage}, those who listen to calls {@code dev.anycarrier.watch}, those who
 * speak TM Forum's JSON {@code dev.anycarrier.tmforum}; authors of carriers need {@code dev.anycarrier.spi} and {@code
 * dev.anycarrier.http} besides.
 */
@SuppressWarnings("module") // The modules that engine packages are exported to are optional, and built after this one.
module dev.anycarrier.core {
    requires transitive com.fasterxml.jackson.databind;
    requires transitive feign.core;
    requires com.github.benmanes.caffeine;
    requires static com.google.guice;
    requires static transitive org.jspecify;

    exports dev.anycarrier;
    exports dev.anycarrier.call;
    exports dev.anycarrier.discovery;
    exports dev.anycarrier.engine.net to
            dev.anycarrier.testing;
    exports dev.anycarrier.engine.port to
            dev.anycarrier.cluster,
            dev.anycarrier.testing;
    exports dev.anycarrier.engine.state to
            dev.anycarrier.cluster;
    exports dev.anycarrier.guice;
    exports dev.anycarrier.http;
    exports dev.anycarrier.settings;
    exports dev.anycarrier.spi;
    exports dev.anycarrier.sweep;
    exports dev.anycarrier.tmforum;
    exports dev.anycarrier.usage;
    exports dev.anycarrier.watch;

    opens dev.anycarrier.http to
            feign.core;

    uses dev.anycarrier.spi.UsageProviderFactory;
}
