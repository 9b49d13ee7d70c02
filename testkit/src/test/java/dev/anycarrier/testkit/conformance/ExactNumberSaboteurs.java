package dev.anycarrier.testkit.conformance;

import static dev.anycarrier.testkit.conformance.UnreadableValueSaboteurs.replacing;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;

/** Ways to lose a little, to make up a time, and to know a state better than the carrier. */
final class ExactNumberSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                            "NUMBERS-16",
                            "calculates with doubles where there are many digits",
                            () -> replacing(
                                    "[0-9]+\\.[0-9]{6,}|(?<![0-9])[0-9]{17,30}(?![0-9])",
                                    ExactNumberSaboteurs::asDouble))
                    .andMayBreak("NUMBERS-01", "NUMBERS-17", "NUMBERS-18"),
            Saboteur.of(
                            "NUMBERS-17",
                            "rounds down what is used",
                            () -> altered(parts -> {
                                if (parts.warnings.stream().anyMatch(ExactNumberSaboteurs::ofRounding)) {
                                    parts.buckets.replaceAll(ExactNumberSaboteurs::aByteLess);
                                }
                            }))
                    .andMayBreak("NUMBERS-16"),
            Saboteur.of(
                    "NUMBERS-18",
                    "keeps quiet about rounding",
                    () -> altered(parts -> parts.warnings.removeIf(ExactNumberSaboteurs::ofRounding))),
            Saboteur.of(
                            "NUMBERS-19",
                            "cuts what is used at what was granted",
                            () -> replacing(
                                    "\"granted\":\"([0-9.]+)\",\"used\":\"([0-9.]+)\"", ExactNumberSaboteurs::fitting))
                    // Whatever is out of range is cut too.
                    .andMayBreak("NUMBERS-09", "NUMBERS-16"),
            Saboteur.of(
                    "NUMBERS-20",
                    "takes a day that does not exist for the last one before",
                    () -> replacing("-02-30T", any -> "-02-28T")),
            Saboteur.of(
                    "NUMBERS-21",
                    "turns a period round that ends before it begins",
                    () -> replacing(
                            "\"begins\":([0-9]{1,12}),\"ends\":([0-9]{1,12})(?![0-9])", ExactNumberSaboteurs::inOrder)),
            Saboteur.of(
                    "NUMBERS-22",
                    "takes every offset for that of UTC",
                    () -> replacing("(:[0-9]{2}[+])[0-9]{4}\"", time -> time.group(1) + "0000\"")),
            Saboteur.of(
                    "NUMBERS-23",
                    "says that everything is true at the time it is asked",
                    () -> altered(parts -> parts.observedAt = Optional.of(parts.fetchedAt.plusNanos(1)))),
            Saboteur.of(
                    "NUMBERS-24",
                    "says how old values may be where the carrier does not",
                    () -> altered(parts -> parts.carrierCacheTime = Optional.of(Duration.ofMinutes(20)))),
            Saboteur.of(
                            "STATUS-03",
                            "takes a SIM whose state it does not know for active",
                            () -> altered(parts ->
                                    parts.status = parts.status == SimStatus.UNKNOWN ? SimStatus.ACTIVE : parts.status))
                    .andMayBreak("STATUS-01"),
            Saboteur.of(
                    "STATUS-04",
                    "tells the state in its own words",
                    () -> altered(parts -> parts.carrierStatus = Optional.of(parts.status.name()))),
            Saboteur.of(
                    "STATUS-05",
                    "keeps quiet about words that it does not know",
                    () -> altered(parts ->
                            parts.warnings.removeIf(warning -> warning.kind() == UsageWarning.Kind.UNKNOWN_STATUS))));

    private ExactNumberSaboteurs() {}

    private static UsageProviderFactory altered(final Consumer<Altered> change) {
        return AcmeWith.report((final UsageReport report) -> Altered.report(report, change));
    }

    private static boolean ofRounding(final UsageWarning warning) {
        return warning.kind() == UsageWarning.Kind.FRACTION_ROUNDED;
    }

    private static String asDouble(final MatchResult number) {
        return new BigDecimal(Double.toString(Double.parseDouble(number.group()))).toPlainString();
    }

    private static Bucket aByteLess(final Bucket bucket) {
        return bucket.used()
                .filter(used -> !used.isZero())
                .map(used -> bucket.withUsed(used.minus(new Quantity(1, used.unit()))))
                .orElse(bucket);
    }

    private static String fitting(final MatchResult amounts) {
        final BigDecimal granted = new BigDecimal(amounts.group(1));
        final BigDecimal used = new BigDecimal(amounts.group(2));
        return "\"granted\":\"" + granted.toPlainString() + "\",\"used\":\""
                + (granted.signum() > 0 ? used.min(granted) : used).toPlainString() + '"';
    }

    private static String inOrder(final MatchResult period) {
        final long begins = Long.parseLong(period.group(1));
        final long ends = Long.parseLong(period.group(2));
        return "\"begins\":" + Math.min(begins, ends) + ",\"ends\":" + Math.max(begins, ends);
    }
}
