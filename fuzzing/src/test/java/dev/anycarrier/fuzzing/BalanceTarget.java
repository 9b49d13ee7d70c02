package dev.anycarrier.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.tmforum.UsageConsumptionReports;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.UsageReport;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The usage of one SIM at a carrier that answers with a balance. */
final class BalanceTarget implements Predicate<byte[]> {

    private static final Iccid SIM = Iccid.of("8944465400000217735");

    private final Function<byte[], HttpResponse> answer;
    private final UsageProvider provider;
    private byte[] input = {};

    BalanceTarget(final UsageProviderFactory factory, final Function<byte[], HttpResponse> answer) {
        this.answer = answer;
        this.provider = factory.create(new CannedContext(request -> this.answer.apply(this.input)));
    }

    @Override
    public boolean test(final byte[] newInput) {
        input = newInput;
        final Optional<UsageReport> report = Ending.of(() -> provider.usage(SIM));
        report.ifPresent(BalanceTarget::check);
        return report.isPresent();
    }

    private static void check(final UsageReport report) {
        assertThat(report.sim()).isEqualTo(SIM);
        assertThat(report.account()).isEqualTo(CannedContext.ACCOUNT);
        assertThat(UsageConsumptionReports.toJson(report).path("bucket"))
                .hasSize(report.buckets().size());
    }
}
