/** Carriers in memory for the unit tests of whoever embeds Anycarrier. */
module dev.anycarrier.testing {
    requires transitive dev.anycarrier.core;
    requires static transitive org.jspecify;

    exports dev.anycarrier.testing;
}
