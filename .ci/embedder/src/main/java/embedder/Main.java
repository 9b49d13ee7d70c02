package embedder;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.discovery.DiscoveredProvider;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Finds three providers and asks one of them, as one node or, with the argument {@code cluster}, as one of several; with the
 * argument {@code watched} asks a carrier in memory instead, and is told of it.
 */
public final class Main {

    private static final String SIM = "account:8944465400000217735";

    private Main() {}

    /** Says what it found, and ends with 1 if that is not what it looked for. */
    public static void main(final String... arguments) throws IOException {
        if (List.of(arguments).contains("watched")) {
            expect(1L, Watched.calls());
            System.out.println(Main.class.getModule() + " was told of a call");
            return;
        }
        try (Carrier carrier = Carrier.start();
                Anycarrier carriers = open(carrier, List.of(arguments).contains("cluster"))) {
            final List<String> found = carriers.providers().found().stream()
                    .map(DiscoveredProvider::id)
                    .sorted()
                    .toList();
            expect(List.of("airalo", "onomondo", "pressone"), found);
            expect(List.of(), carriers.providers().failed());
            if (!List.of(arguments).contains("cluster")) {
                final UsageReport report = carriers.usage(SimRef.parse(SIM));
                expect("767", carrier.megabytes(report.buckets().get(0).remaining().orElseThrow()));
            }
            System.out.println(Main.class.getModule() + " found " + found);
        }
    }

    private static Anycarrier open(final Carrier carrier, final boolean cluster) {
        final Settings settings = Settings.of(Map.of(
                "account.provider", "airalo",
                "account.client-id", "embedder",
                "account.client-secret", "secret-of-nobody",
                "account.base-url", carrier.address()));
        final Anycarrier.Builder builder = Anycarrier.builder().settings(settings);
        return (cluster ? Nodes.join(builder) : builder).build();
    }

    private static void expect(final Object expected, final Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("expected " + expected + ", but found " + found);
        }
    }
}
