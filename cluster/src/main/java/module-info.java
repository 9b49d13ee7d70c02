/** What several nodes share about their carriers' accounts, on Redis. */
module dev.anycarrier.cluster {
    requires transitive dev.anycarrier.core;
    requires io.netty.common;
    requires io.netty.resolver;
    // Lettuce needs these and cannot say so, as it is no module.
    requires io.netty.buffer;
    requires io.netty.handler;
    requires io.netty.resolver.dns;
    requires io.netty.transport;
    requires static transitive org.jspecify;
    requires lettuce.core;
    requires org.slf4j;

    exports dev.anycarrier.cluster;
    exports dev.anycarrier.cluster.status;
}
