package dev.anycarrier.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.onomondo.OnomondoProviderFactory;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The questions that Onomondo is asked, each with the input as one of the answers. */
final class OnomondoTarget {

    private static final SimId SIM = new CarrierSimId("000000001");
    private static final UsageRecordQuery JANUARY =
            UsageRecordQuery.between(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-02-01T00:00:00Z"));
    private static final HttpResponse NO_RECORDS = Answers.good("{\"pagination\":{\"has_more\":false},\"usage\":[]}");
    private static final HttpResponse NO_LIMIT = Answers.good("{}");

    private final UsageProvider provider =
            new OnomondoProviderFactory().create(new CannedContext(request -> this.carrier.apply(request)));
    private Function<HttpRequest, HttpResponse> carrier = request -> NO_LIMIT;

    /** The usage of a SIM, the input being each page of its records. */
    boolean usage(final byte[] input) {
        carrier = request -> isAboutUsage(request) ? Answers.good(input) : NO_LIMIT;
        return report();
    }

    /** The usage of a SIM, the input being what Onomondo says of the SIM. */
    boolean limit(final byte[] input) {
        carrier = request -> isAboutUsage(request) ? NO_RECORDS : Answers.good(input);
        return report();
    }

    /** The usage of a SIM, the input being an answer of any status. */
    boolean anyAnswer(final byte[] input) {
        carrier = request -> Answers.any(input);
        return report();
    }

    /** A page of records, listed and in passing: both say the same. */
    boolean records(final byte[] input) {
        carrier = request -> Answers.good(input);
        final Optional<List<String>> listed =
                Ending.of(() -> provider.records().orElseThrow().page(JANUARY, Optional.empty()).items().stream()
                        .map(Told::of)
                        .toList());
        final List<String> told = new ArrayList<>();
        final boolean read = Ending.of(() -> provider.records()
                        .orElseThrow()
                        .read(
                                JANUARY,
                                Optional.empty(),
                                (id, sim, iccid, service, amount) ->
                                        told.add(Told.of(id.text(), sim.text(), iccid.text(), service, amount))))
                .isPresent();
        assertThat(read).isEqualTo(listed.isPresent());
        listed.ifPresent(records -> assertThat(told).isEqualTo(records));
        return read;
    }

    /** A page of hours. */
    boolean hours(final byte[] input) {
        carrier = request -> Answers.good(input);
        final Optional<Page<HourlyUsage>> page =
                Ending.of(() -> provider.usageByHour().orElseThrow().page(JANUARY.of(SIM), Optional.empty()));
        page.ifPresent(one -> assertThat(one.items())
                .allSatisfy(group -> assertThat(group.raw().json()).isNotEmpty()));
        return page.isPresent();
    }

    /** The total of a tag. */
    boolean tag(final byte[] input) {
        carrier = request -> Answers.good(input);
        return Ending.of(() -> provider.tagUsage().orElseThrow().total("036eb4b3-4f6a-4a9a-b10c-6306ac5088a3"))
                .isPresent();
    }

    private boolean report() {
        final Optional<UsageReport> report = Ending.of(() -> provider.usage(SIM));
        report.ifPresent(one -> assertThat(one.sim()).isEqualTo(SIM));
        return report.isPresent();
    }

    private static boolean isAboutUsage(final HttpRequest request) {
        return request.target().startsWith("/usage");
    }
}
