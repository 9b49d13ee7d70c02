package dev.anycarrier.cli;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.WhenStale;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How old a value may be. */
final class FreshnessOptions {

    @Option(
            names = "--maximum-age",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description =
                    "A value that is known and no older is given without asking the carrier (10s, 15m, 24h); 0 asks"
                            + " always, but never within the carrier's minimum interval. Default: the account's.")
    private @Nullable Duration maximumAge;

    @Option(
            names = "--fail-when-stale",
            description = "Where no newer value can be had, fail with the reason. Default: the account's, which is to"
                    + " give the last value that is known, marked as stale.")
    private boolean failWhenStale;

    /** The options with what was chosen here. */
    CallOptions in(final CallOptions options) {
        final CallOptions aged = maximumAge == null ? options : options.withMaximumAge(maximumAge);
        return failWhenStale ? aged.whenStale(WhenStale.FAIL) : aged;
    }
}
