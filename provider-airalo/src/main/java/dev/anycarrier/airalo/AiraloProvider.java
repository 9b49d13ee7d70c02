package dev.anycarrier.airalo;

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

/** One account at Airalo. */
final class AiraloProvider implements UsageProvider {

    /** "Get usage": a value may be 20 minutes old when it is received. */
    static final Duration CACHE_TIME = Duration.ofMinutes(20);

    /** "Request access token": the text says 24 hours, whatever {@code expires_in} says (366 days in the example). */
    private static final Duration LONGEST_TOKEN_LIFETIME = Duration.ofHours(24);

    /**
     * The strictest limits that Airalo has published. They have changed several times, so settings may override them,
     * and a 429 is obeyed whatever they are. The {@code X-RateLimit-*} headers are not described anywhere: not read.
     */
    private static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
            Set.of(IdentifierType.ICCID),
            EnumSet.allOf(Service.class),
            Optional.of(CACHE_TIME),
            Duration.ofMinutes(15),
            List.of(
                    new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(15)),
                    new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1)),
                    new RateLimit(LimitScope.TOKEN_ENDPOINT, 3, Duration.ofMinutes(1))),
            Optional.empty());

    private final ProviderContext context;
    private final AiraloApi api;

    private AiraloProvider(final ProviderContext context, final AiraloApi api) {
        this.context = context;
        this.api = api;
    }

    static AiraloProvider create(final ProviderContext context) {
        final ProviderSettings settings = context.settings();
        final URI base = settings.get(AiraloSettings.BASE_URL);
        final ClientCredentials credentials = new ClientCredentials(
                context,
                URI.create(base + "/v2/token"),
                settings.get(AiraloSettings.CLIENT_ID),
                settings.get(AiraloSettings.CLIENT_SECRET),
                "/data",
                LONGEST_TOKEN_LIFETIME,
                AiraloErrors::ofAny);
        return new AiraloProvider(
                context,
                CarrierClient.create(
                        AiraloApi.class, base, context.transport(credentials), context, AiraloErrors::ofUsage));
    }

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public UsageReport usage(final SimId sim) {
        if (!(sim instanceof Iccid iccid)) {
            throw UsageException.of(Kind.REJECTED_INPUT, "Airalo knows a SIM by its ICCID (17 to 22 digits) only")
                    .build();
        }
        return AiraloMapping.report(api.usage(iccid.value()), iccid, context);
    }
}
