package dev.anycarrier.engine.total;

import dev.anycarrier.usage.Service;
import java.util.Arrays;

/** The records of one page, which count only once the whole page was read. Not thread-safe. */
final class PendingRecords {

    private static final int FIRST = 1024;

    private long[] highs = new long[FIRST];
    private long[] lows = new long[FIRST];
    private int[] sims = new int[FIRST];
    private Service[] services = new Service[FIRST];
    private long[] amounts = new long[FIRST];
    private int size;

    /** One record. */
    interface Reader {
        void record(long high, long low, int sim, Service service, long amount);
    }

    void clear() {
        size = 0;
    }

    void add(final long high, final long low, final int sim, final Service service, final long amount) {
        if (size == highs.length) {
            highs = Arrays.copyOf(highs, 2 * size);
            lows = Arrays.copyOf(lows, 2 * size);
            sims = Arrays.copyOf(sims, 2 * size);
            services = Arrays.copyOf(services, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        highs[size] = high;
        lows[size] = low;
        sims[size] = sim;
        services[size] = service;
        amounts[size] = amount;
        size++;
    }

    void forEach(final Reader reader) {
        for (int i = 0; i < size; i++) {
            reader.record(highs[i], lows[i], sims[i], services[i], amounts[i]);
        }
    }
}
