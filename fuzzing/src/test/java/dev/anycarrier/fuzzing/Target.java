package dev.anycarrier.fuzzing;

import dev.anycarrier.airalo.AiraloProviderFactory;
import dev.anycarrier.pressone.PressOneProviderFactory;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What is fuzzed. Each has a class of its own, since a JVM fuzzes one thing. */
@SuppressWarnings("ImmutableEnumChecker") // One thread reads with it.
enum Target {
    AIRALO_USAGE(AiraloUsageFuzzTest.class, () -> new BalanceTarget(new AiraloProviderFactory(), Answers::good)),
    AIRALO_ANY_ANSWER(
            AiraloAnyAnswerFuzzTest.class, () -> new BalanceTarget(new AiraloProviderFactory(), Answers::any)),
    AIRALO_TOKEN(AiraloTokenFuzzTest.class, () -> token(new TokenContext(new AiraloProviderFactory()))),
    PRESSONE_USAGE(PressOneUsageFuzzTest.class, () -> new BalanceTarget(new PressOneProviderFactory(), Answers::good)),
    PRESSONE_ANY_ANSWER(
            PressOneAnyAnswerFuzzTest.class, () -> new BalanceTarget(new PressOneProviderFactory(), Answers::any)),
    PRESSONE_TOKEN(PressOneTokenFuzzTest.class, () -> token(new TokenContext(new PressOneProviderFactory()))),
    ONOMONDO_USAGE(OnomondoUsageFuzzTest.class, () -> new OnomondoTarget()::usage),
    ONOMONDO_LIMIT(OnomondoLimitFuzzTest.class, () -> new OnomondoTarget()::limit),
    ONOMONDO_ANY_ANSWER(OnomondoAnyAnswerFuzzTest.class, () -> new OnomondoTarget()::anyAnswer),
    ONOMONDO_RECORDS(OnomondoRecordsFuzzTest.class, () -> new OnomondoTarget()::records),
    ONOMONDO_HOURS(OnomondoHoursFuzzTest.class, () -> new OnomondoTarget()::hours),
    ONOMONDO_TAG(OnomondoTagFuzzTest.class, () -> new OnomondoTarget()::tag),
    SETTINGS(SettingsFuzzTest.class, SettingsTarget::new),
    SIM(SimFuzzTest.class, () -> Texts::sim),
    RETRY_AFTER(RetryAfterFuzzTest.class, () -> Texts::retryAfter);

    private final Class<?> fuzzTest;
    private final Predicate<byte[]> reader;

    Target(final Class<?> fuzzTest, final Supplier<Predicate<byte[]>> reader) {
        this.fuzzTest = fuzzTest;
        this.reader = reader.get();
    }

    /** Reads an input, and says whether it was taken. Throws if that does not end as it may. */
    boolean read(final byte[] input) {
        return reader.test(input);
    }

    /** The class that fuzzes it; beside it are inputs to begin with, and those that broke something once. */
    Class<?> fuzzTest() {
        return fuzzTest;
    }

    private static Predicate<byte[]> token(final TokenContext context) {
        return input -> Ending.of(() -> context.token(Answers.any(input))).isPresent();
    }
}
