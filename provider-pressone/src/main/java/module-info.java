/** The provider of PressOne: found as a service, exports nothing. */
module dev.anycarrier.pressone {
    requires dev.anycarrier.core;

    opens dev.anycarrier.pressone.wire to
            com.fasterxml.jackson.databind,
            dev.anycarrier.core;

    provides dev.anycarrier.spi.UsageProviderFactory with
            dev.anycarrier.pressone.PressOneProviderFactory;
}
