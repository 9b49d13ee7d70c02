/** The provider of ${carrierName}: found as a service, exports nothing. */
module ${package} {
    requires dev.anycarrier.core;

    opens ${package}.wire to
            com.fasterxml.jackson.databind,
            dev.anycarrier.core;

    provides dev.anycarrier.spi.UsageProviderFactory with
            ${package}.${classPrefix}ProviderFactory;
}
