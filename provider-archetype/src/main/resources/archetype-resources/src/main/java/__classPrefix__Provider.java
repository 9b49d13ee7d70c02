package ${package};

import dev.anycarrier.http.CarrierClient;
import dev.anycarrier.http.ErrorMapping;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One account at ${carrierName}. It translates a question into a request, and the answer into a report, and nothing else:
 * limits, retries, caching and the time a question may take are the engine's.
 */
final class ${classPrefix}Provider implements UsageProvider {

    /** "Values are up to five minutes old." */
    static final Duration CACHE_TIME = Duration.ofMinutes(5);

    /** Within the cache time asking again teaches nothing. "10 requests a second." */
    private static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
            Set.of(IdentifierType.ICCID),
            Set.of(Service.DATA),
            Optional.of(CACHE_TIME),
            CACHE_TIME,
            List.of(new RateLimit(LimitScope.ACCOUNT, 10, Duration.ofSeconds(1))),
            Optional.empty());

    private final ProviderContext context;
    private final ${classPrefix}Api api;

    ${classPrefix}Provider(final ProviderContext context) {
        this.context = context;
        this.api = CarrierClient.create(
                ${classPrefix}Api.class,
                context.settings().get(${classPrefix}Settings.BASE_URL),
                context.transport(authentication(context.settings().get(${classPrefix}Settings.API_KEY))),
                context,
                ErrorMapping.standard());
    }

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public UsageReport usage(final SimId sim) {
        if (!(sim instanceof Iccid iccid)) {
            throw UsageException.of(Kind.REJECTED_INPUT, "${carrierName} knows a SIM by its ICCID only")
                    .build();
        }
        return ${classPrefix}Usage.report(api.usage(iccid.value()), iccid, context);
    }

    /** The key is read anew for each request, so that it can be rotated. */
    private static Authentication authentication(final SecretSource key) {
        final Authentication.Signing bearer = request -> request.withOnlyHeader(
                "Authorization", "Bearer " + key.current().reveal());
        return bearer;
    }
}
