package dev.anycarrier.benchmarks.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jackson by hand, which reads nothing that a sum does not need: the limit. */
final class StreamingSums implements Sums {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final PageBodies bodies;

    StreamingSums(final PageBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public long[] read() {
        final Map<String, long[]> sums = new HashMap<>();
        try {
            String next = page(0, sums);
            while (next != null) {
                next = page(PageBodies.position(next), sums);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return new long[] {
            sums.size(), sums.values().stream().mapToLong(sum -> sum[0]).sum()
        };
    }

    private @Nullable String page(final int position, final Map<String, long[]> sums) throws IOException {
        String next = null;
        try (JsonParser parser = FACTORY.createParser(bodies.page(position))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals("pagination")) {
                    parser.nextToken();
                    next = nextPage(parser);
                } else {
                    parser.nextToken();
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        record(parser, sums);
                    }
                }
            }
        }
        return next;
    }

    private static @Nullable String nextPage(final JsonParser parser) throws IOException {
        String next = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final boolean wanted = parser.currentName().equals("next_page");
            parser.nextToken();
            if (wanted) {
                next = parser.getText();
            }
        }
        return next;
    }

    private static void record(final JsonParser parser, final Map<String, long[]> sums) throws IOException {
        String sim = "";
        long bytes = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            final JsonToken value = parser.nextToken();
            if (name.equals("sim_id")) {
                sim = parser.getText();
            } else if (name.equals("bytes")) {
                bytes = parser.getLongValue();
            } else if (value == JsonToken.START_OBJECT) {
                parser.skipChildren();
            }
        }
        sums.computeIfAbsent(sim, first -> new long[1])[0] += bytes;
    }
}
