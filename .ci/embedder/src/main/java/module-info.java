/** Somebody who embeds Anycarrier, with or without several nodes. */
module embedder {
    requires dev.anycarrier.core;
    requires static dev.anycarrier.cluster;
    requires jdk.httpserver;
}
