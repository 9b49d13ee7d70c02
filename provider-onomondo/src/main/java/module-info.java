/** Reads usage from Onomondo. Found by {@link java.util.ServiceLoader}; exports nothing. */
module dev.anycarrier.onomondo {
    requires dev.anycarrier.core;

    opens dev.anycarrier.onomondo.wire to
            com.fasterxml.jackson.databind,
            dev.anycarrier.core;

    provides dev.anycarrier.spi.UsageProviderFactory with
            dev.anycarrier.onomondo.OnomondoProviderFactory;
}
