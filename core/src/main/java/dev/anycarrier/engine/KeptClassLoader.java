package dev.anycarrier.engine;

import java.util.function.Supplier;

/** Calls a provider on a caller's own thread, which keeps its context class loader whatever the provider does to it. */
public final class KeptClassLoader {

    private KeptClassLoader() {}

    /** What the call comes to. */
    public static <T> T around(final Supplier<T> call) {
        final Thread thread = Thread.currentThread();
        final ClassLoader loader = thread.getContextClassLoader();
        try {
            return call.get();
        } finally {
            if (thread.getContextClassLoader() != loader) {
                thread.setContextClassLoader(loader);
            }
        }
    }
}
