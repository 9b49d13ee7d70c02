/** Somebody who embeds Anycarrier, with or without several nodes, metrics and carriers in memory. */
module embedder {
    requires dev.anycarrier.core;
    requires static dev.anycarrier.cluster;
    requires static dev.anycarrier.observation;
    requires static dev.anycarrier.testing;
    requires jdk.httpserver;
}
