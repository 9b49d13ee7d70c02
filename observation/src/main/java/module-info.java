/** Calls, requests, limits and sweeps as Micrometer observations and meters, and as log lines. */
module dev.anycarrier.observation {
    requires transitive dev.anycarrier.core;
    requires transitive micrometer.core;
    requires transitive micrometer.observation;
    requires transitive org.slf4j;
    requires static com.google.guice;
    requires static transitive org.jspecify;
    requires transitive micrometer.commons;

    exports dev.anycarrier.observation;
    exports dev.anycarrier.observation.guice;
}
