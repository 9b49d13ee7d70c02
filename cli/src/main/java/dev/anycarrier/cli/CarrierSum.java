package dev.anycarrier.cli;

import dev.anycarrier.cli.output.ServiceFigures;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the SIMs of a carrier have together.
 *
 * @param sims how many SIMs were added up
 * @param services the sum of each service, in the order of services
 */
record CarrierSum(int sims, Map<Service, ServiceSum> services) {

    /** The sum of what was read. */
    static CarrierSum ofReports(final List<UsageReport> reports) {
        return of(
                reports.size(),
                service -> reports.stream()
                        .map(report -> ServiceFigures.of(service, report.buckets(), report.counters()))
                        .toList());
    }

    /** The sum of what is true. */
    static CarrierSum ofTruths(final List<SimTruth> truths) {
        return of(
                truths.size(),
                service -> truths.stream()
                        .map(truth -> ServiceFigures.of(service, truth.buckets(), truth.counters()))
                        .toList());
    }

    private static CarrierSum of(final int sims, final Function<Service, List<ServiceFigures>> figures) {
        final Map<Service, ServiceSum> services = new EnumMap<>(Service.class);
        for (final Service service : Service.values()) {
            services.put(service, ServiceSum.of(figures.apply(service)));
        }
        return new CarrierSum(sims, services);
    }
}
