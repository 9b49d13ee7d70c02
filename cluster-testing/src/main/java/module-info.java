/** Real servers for tests. */
module dev.anycarrier.cluster.testing {
    requires static transitive org.jspecify;

    exports dev.anycarrier.cluster.testing;
}
