package dev.anycarrier.pressone;

import dev.anycarrier.http.CarrierClient;
import dev.anycarrier.http.ClientCredentials;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One account at PressOne. */
final class PressOneProvider implements UsageProvider {

    /** "Get usage": a built-in cache of 20 minutes. */
    static final Duration CACHE_TIME = Duration.ofMinutes(20);

    /** An inference from Airalo, whose token answer PressOne's is shaped after: PressOne does not say how long. */
    private static final Duration LONGEST_TOKEN_LIFETIME = Duration.ofHours(24);

    /**
     * "Get usage" allows 100 requests a minute per ICCID, but within its cache time a second one teaches nothing. The
     * limit of the token endpoint is an inference from Airalo: one token lasts for hours, so three a minute are plenty.
     */
    private static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
            Set.of(IdentifierType.ICCID),
            EnumSet.allOf(Service.class),
            Optional.of(CACHE_TIME),
            CACHE_TIME,
            List.of(
                    new RateLimit(LimitScope.SIM, 100, Duration.ofMinutes(1)),
                    new RateLimit(LimitScope.TOKEN_ENDPOINT, 3, Duration.ofMinutes(1))),
            Optional.empty());

    private final ProviderContext context;
    private final PressOneApi api;

    private PressOneProvider(final ProviderContext context, final PressOneApi api) {
        this.context = context;
        this.api = api;
    }

    static PressOneProvider create(final ProviderContext context) {
        final ProviderSettings settings = context.settings();
        final URI base = settings.get(PressOneSettings.BASE_URL);
        final ClientCredentials credentials = new ClientCredentials(
                context,
                URI.create(base + settings.get(PressOneSettings.TOKEN_PATH)),
                settings.get(PressOneSettings.CLIENT_ID),
                settings.get(PressOneSettings.CLIENT_SECRET),
                "/data",
                LONGEST_TOKEN_LIFETIME,
                PressOneErrors::ofToken);
        return new PressOneProvider(
                context,
                CarrierClient.create(
                        PressOneApi.class,
                        URI.create(base + settings.get(PressOneSettings.USAGE_PATH)),
                        context.transport(credentials),
                        context,
                        PressOneErrors::ofUsage));
    }

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public UsageReport usage(final SimId sim) {
        if (!(sim instanceof Iccid iccid)) {
            throw UsageException.of(Kind.REJECTED_INPUT, "PressOne knows a SIM by its ICCID (17 to 22 digits) only")
                    .build();
        }
        return PressOneMapping.report(api.usage(iccid.value()), iccid, context);
    }
}
