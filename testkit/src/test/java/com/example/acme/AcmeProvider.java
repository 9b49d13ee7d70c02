package com.example.acme;

import dev.anycarrier.http.CarrierClient;
import dev.anycarrier.http.ErrorMapping;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.TagUsage;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One account at Acme. */
final class AcmeProvider implements UsageProvider {

    private static final ProviderDescriptor DESCRIPTOR = new ProviderDescriptor(
            Set.of(IdentifierType.CARRIER_SIM_ID),
            EnumSet.allOf(Service.class),
            Optional.empty(),
            Duration.ZERO,
            List.of(new RateLimit(LimitScope.ACCOUNT, 20, Duration.ofSeconds(1))),
            Optional.empty());

    private final ProviderContext context;
    private final AcmeApi api;

    AcmeProvider(final ProviderContext context) {
        this.context = context;
        this.api = CarrierClient.create(
                AcmeApi.class,
                context.settings().get(AcmeSettings.ENDPOINT),
                context.transport(AcmeAuthentication.of(context.settings())),
                context,
                ErrorMapping.standard());
    }

    @Override
    public ProviderDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public UsageReport usage(final SimId sim) {
        final CarrierSimId order = order(sim);
        return AcmePackages.report(AcmeErrors.data(api.packages(order.value()), context), order, context);
    }

    @Override
    public Optional<UsageRecords> records() {
        return Optional.of(new AcmeEvents(api, context));
    }

    @Override
    public Optional<UsageByHour> usageByHour() {
        return Optional.of(new AcmeHours(api, context));
    }

    @Override
    public Optional<TagUsage> tagUsage() {
        return Optional.of(new AcmeFleets(api, context));
    }

    static CarrierSimId order(final SimId sim) {
        if (sim instanceof CarrierSimId order) {
            return order;
        }
        throw UsageException.of(Kind.REJECTED_INPUT, "Acme knows a SIM by the number of its order, not by its ICCID")
                .build();
    }
}
