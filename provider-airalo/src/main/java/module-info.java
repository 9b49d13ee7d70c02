/** The provider of Airalo: found as a service, exports nothing. */
module dev.anycarrier.airalo {
    requires dev.anycarrier.core;

    opens dev.anycarrier.airalo.wire to
            com.fasterxml.jackson.databind,
            dev.anycarrier.core;

    provides dev.anycarrier.spi.UsageProviderFactory with
            dev.anycarrier.airalo.AiraloProviderFactory;
}
