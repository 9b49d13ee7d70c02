/** What several nodes share about their carriers' accounts, on Redis, and the sweeps they work on together, in PostgreSQL. */
module dev.anycarrier.cluster {
    requires transitive dev.anycarrier.core;
    requires transitive java.sql;
    requires com.github.kagkarlsson.scheduler;
    requires static com.google.guice;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires io.netty.common;
    requires io.netty.resolver;
    // Lettuce needs these and cannot say so, as it is no module.
    requires io.netty.buffer;
    requires io.netty.handler;
    requires io.netty.resolver.dns;
    requires io.netty.transport;
    requires static org.checkerframework.checker.qual;
    requires static transitive org.jspecify;
    requires lettuce.core;
    requires org.postgresql.jdbc;
    requires org.slf4j;

    exports dev.anycarrier.cluster;
    exports dev.anycarrier.cluster.guice;
    exports dev.anycarrier.cluster.status;
    exports dev.anycarrier.cluster.sweep;
}
