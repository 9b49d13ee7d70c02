package dev.anycarrier.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSimsTest {

    private static final Instant NOW = Instant.parse("2026-02-17T12:00:00Z");
    private static final CarrierTraits RICH = new RichTemplate().traits();

    @Test
    void the_same_seed_draws_the_same_sims_and_another_one_others() {
        assertThat(draw(RICH, 7, 40)).isEqualTo(draw(RICH, 7, 40)).isNotEqualTo(draw(RICH, 8, 40));
    }

    @Test
    void the_day_of_the_month_changes_nothing() {
        final List<SimTruth> later = new SimDraw(RICH, Draw.of("test", 7), 40, NOW.plus(Duration.ofDays(9))).sims(40);

        assertThat(later).isEqualTo(draw(RICH, 7, 40));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_twenty_sims_are_of_every_kind(final long seed) {
        final List<SimTruth> sims = draw(RICH, seed, 60);

        for (int from = 0; from < 60; from += 20) {
            final List<SimTruth> twenty = sims.subList(from, from + 20);
            assertThat(twenty.stream().map(SimTruth::status)).containsAll(EnumSet.allOf(SimStatus.class));
            assertThat(twenty)
                    .anyMatch(SimTruth::gone)
                    .anyMatch(sim -> sim.status() == SimStatus.TERMINATED && !sim.gone());
            assertThat(twenty)
                    .anyMatch(first(bucket -> bucket.allowance() instanceof Allowance.Unlimited))
                    .anyMatch(first(bucket -> bucket.allowance() instanceof Allowance.Unknown))
                    .anyMatch(first(bucket -> active(bucket) && isZero(bucket.used())))
                    .anyMatch(first(bucket -> bucket.status() == BucketStatus.EXHAUSTED))
                    .anyMatch(first(bucket -> active(bucket) && is(bucket.remaining(), 1)))
                    .anyMatch(first(bucket -> active(bucket) && is(bucket.used(), 1)))
                    .anyMatch(first(bucket -> active(bucket) && beyondDouble(bucket.remaining())));
            assertThat(twenty)
                    .anyMatch(sim -> !sim.gone() && !has(sim, Service.MESSAGE))
                    .anyMatch(sim -> has(sim, Service.MESSAGE));
        }
    }

    @Test
    void no_amount_comes_twice_whatever_it_counts() {
        final List<Long> steps = new ArrayList<>();
        for (final SimTruth sim : draw(RICH, 11, 100)) {
            sim.buckets()
                    .forEach(bucket -> amounts(bucket)
                            .map(amount -> amounts(bucket.service()).steps(amount))
                            .filter(number -> number > 1)
                            .distinct()
                            .forEach(steps::add));
            sim.counters().stream()
                    .map(counter -> counter.used().amount())
                    .filter(number -> number > 1)
                    .forEach(steps::add);
        }

        assertThat(steps).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void amounts_are_whole_steps_within_what_the_carrier_can_write() {
        final CarrierTraits narrow = CarrierTraits.namedBy(SimNaming.iccid())
                .withBucket(ServiceAmounts.of(Service.DATA, 1_048_576).upTo(200L * 1_048_576));

        assertThat(draw(narrow, 1, 60))
                .allSatisfy(sim -> sim.buckets().stream()
                        .flatMap(TemplateSimsTest::amounts)
                        .forEach(amount ->
                                assertThat(amount.amount() % 1_048_576).isZero()));
        assertThat(draw(narrow, 1, 60).stream()
                        .flatMap(sim -> sim.buckets().stream())
                        .flatMap(TemplateSimsTest::amounts)
                        .mapToLong(Quantity::amount)
                        .max()
                        .orElseThrow())
                .isBetween(190L * 1_048_576, 200L * 1_048_576);
    }

    @Test
    void steps_of_a_megabyte_reach_beyond_a_double_too() {
        final CarrierTraits megabytes =
                CarrierTraits.namedBy(SimNaming.iccid()).withBucket(ServiceAmounts.of(Service.DATA, 1_000_000));

        assertThat(draw(megabytes, 1, 20)).anyMatch(first(bucket -> beyondDouble(bucket.remaining())));
    }

    @Test
    void validity_is_of_its_precision_differs_by_sim_and_fits_the_state() {
        final List<SimTruth> sims = draw(RICH, 5, 40);

        assertThat(sims.stream().filter(sim -> sim.status() == SimStatus.EXPIRED))
                .allMatch(first(bucket -> end(bucket).isBefore(NOW)));
        assertThat(sims.stream().filter(sim -> sim.status() == SimStatus.ACTIVE))
                .allMatch(first(bucket -> end(bucket).isAfter(NOW)));
        assertThat(sims.stream().filter(sim -> sim.status() == SimStatus.NOT_ACTIVE))
                .allMatch(first(bucket -> bucket.validity().isEmpty()));
        assertThat(sims.stream()
                        .flatMap(sim -> sim.buckets().stream().limit(1))
                        .filter(bucket -> bucket.validity().isPresent())
                        .map(TemplateSimsTest::end))
                .doesNotHaveDuplicates()
                .allMatch(end -> end.getEpochSecond() % Duration.ofDays(1).toSeconds() == 0);
    }

    @Test
    void some_ends_of_validity_stand_where_the_year_or_the_clocks_turn() {
        final List<Instant> ends = draw(
                        CarrierTraits.namedBy(SimNaming.iccid())
                                .withBucket(RichTemplate.DATA)
                                .withValidity(Validity.until(Duration.ofSeconds(1))),
                        1,
                        20)
                .stream()
                .flatMap(sim -> sim.buckets().stream())
                .map(TemplateSimsTest::end)
                .toList();

        assertThat(ends).contains(Instant.parse("2026-12-31T23:59:59Z"), Instant.parse("2026-03-29T02:30:00Z"));
    }

    @Test
    void a_carrier_of_counters_alone_has_no_buckets() {
        final CarrierTraits counting = CarrierTraits.namedBy(SimNaming.iccid()).withCounter(RichTemplate.DATA);

        assertThat(draw(counting, 1, 20))
                .allMatch(sim -> sim.buckets().isEmpty() && sim.counters().size() == 1)
                .anyMatch(sim -> sim.counters().get(0).used().isZero());
    }

    private static List<SimTruth> draw(final CarrierTraits traits, final long seed, final int count) {
        return new SimDraw(traits, Draw.of("test", seed), count, NOW).sims(count);
    }

    private static Predicate<SimTruth> first(final Predicate<Bucket> condition) {
        return sim -> !sim.buckets().isEmpty() && condition.test(sim.buckets().get(0));
    }

    private static boolean active(final Bucket bucket) {
        return bucket.status() == BucketStatus.ACTIVE;
    }

    private static boolean has(final SimTruth sim, final Service service) {
        return TemplateSimulator.bucket(sim, service).isPresent();
    }

    private static boolean isZero(final Optional<Quantity> amount) {
        return is(amount, 0);
    }

    private static boolean is(final Optional<Quantity> amount, final long number) {
        return amount.filter(quantity -> quantity.amount() == number).isPresent();
    }

    private static boolean beyondDouble(final Optional<Quantity> amount) {
        return amount.filter(quantity -> (long) (double) quantity.amount() != quantity.amount())
                .isPresent();
    }

    private static Instant end(final Bucket bucket) {
        return bucket.validity().orElseThrow().end().orElseThrow();
    }

    private static ServiceAmounts amounts(final Service service) {
        return switch (service) {
            case DATA -> RichTemplate.DATA;
            case VOICE -> RichTemplate.VOICE;
            case MESSAGE -> RichTemplate.TEXT;
        };
    }

    private static Stream<Quantity> amounts(final Bucket bucket) {
        final Stream<Quantity> total =
                bucket.allowance() instanceof Allowance.Limited limited ? Stream.of(limited.total()) : Stream.empty();
        return Stream.of(total, bucket.remaining().stream(), bucket.used().stream())
                .flatMap(amount -> amount);
    }
}
