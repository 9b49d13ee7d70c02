package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Script.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents that are well-formed and made to hurt. */
class JsonSizeFaultTest {

    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final String BEFORE = "{\"iccid\":\"" + Planted.SIM.value() + "\",\"x\":";
    private static final String AFTER = ",\"data\":{\"total\":5000,\"remaining\":1234}}";

    @BeforeAll
    static void load_classes_outside_the_measured_time() {
        AskedOnce.of(accept().readRequest().answer(Said.usage()));
        ask("[]").good();
    }

    @Test
    @Fault("JSON-11")
    void five_thousand_levels_are_too_many() {
        ask("[".repeat(5_000) + "]".repeat(5_000)).isOneOf(Kind.TOO_LARGE, Kind.INVALID_DATA);
        ask("{\"x\":".repeat(5_000) + "0" + "}".repeat(5_000)).isOneOf(Kind.TOO_LARGE, Kind.INVALID_DATA);
        ask("[".repeat(1_000_000)).isOneOf(Kind.TOO_LARGE, Kind.INVALID_DATA);
    }

    @Test
    @Fault("JSON-11")
    void a_million_elements_are_too_many() {
        ask("[" + "0,".repeat(999_999) + "0]").isOneOf(Kind.TOO_LARGE, Kind.INVALID_DATA);
    }

    @Test
    @Fault("JSON-11")
    void a_hundred_thousand_names_of_one_hash_cost_no_more_than_any_others() {
        final String names = IntStream.range(0, 1 << 17)
                .mapToObj(JsonSizeFaultTest::nameOfOneHash)
                .map(name -> "\"" + name + "\":0")
                .collect(Collectors.joining(","));
        ask("{" + names + "}").isOneOf(Kind.TOO_LARGE, Kind.INVALID_DATA);
        ask("0," + names).isOneOf(Kind.TOO_LARGE, Kind.INVALID_DATA);
    }

    @Test
    @Fault("JSON-11")
    void a_text_of_fifty_megabytes_is_too_long_at_the_door() {
        ask(textOfFiftyMegabytes()).is(Kind.TOO_LARGE);
    }

    @Test
    @Fault("JSON-11")
    void a_text_of_fifty_megabytes_is_too_long_also_for_a_caller_with_a_wide_door() {
        ask(textOfFiftyMegabytes(), "maximum-body-bytes=104857600").is(Kind.TOO_LARGE);
    }

    private static Script textOfFiftyMegabytes() {
        final byte[] megabyte = "x".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        final int length = BEFORE.length() + 50 * megabyte.length + AFTER.length() + 2;
        Script script = accept().readRequest()
                .write("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + BEFORE + "\"");
        for (int written = 0; written < 50; written++) {
            script = script.write(megabyte);
        }
        return script.write("\"" + AFTER);
    }

    private static Outcome ask(final String extra) {
        return ask(accept().readRequest().answer(Answer.json(200, BEFORE + extra + AFTER)));
    }

    /** Measures the time that the caller is at work, which other work on the same machine does not stretch. */
    private static Outcome ask(final Script script, final String... settings) {
        final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        final long start = threads.getCurrentThreadCpuTime();
        final Outcome outcome = AskedOnce.of(script, settings).after(1).within(Caller.ATTEMPT);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(BOUND);
        return outcome;
    }

    /** {@code Aa} and {@code BB} have the same {@link String#hashCode()}, and so has whatever is made of them. */
    private static String nameOfOneHash(final int number) {
        return IntStream.range(0, 17)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}
