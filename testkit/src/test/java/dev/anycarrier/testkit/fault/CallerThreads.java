package dev.anycarrier.testkit.fault;

import java.lang.reflect.Method;
import java.util.List;

/** The kinds of threads that callers come on. */
enum CallerThreads {
    PLATFORM {
        @Override
        Thread start(final Runnable task) {
            final Thread thread = new Thread(task, "caller");
            thread.start();
            return thread;
        }
    },

    VIRTUAL {
        @Override
        Thread start(final Runnable task) {
            try {
                return (Thread) startVirtualThread().invoke(null, task);
            } catch (final ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    /** The kinds that this JDK has. */
    static List<CallerThreads> available() {
        try {
            startVirtualThread();
        } catch (final NoSuchMethodException e) {
            return List.of(PLATFORM);
        }
        return Runtime.version().feature() < 21 ? List.of(PLATFORM) : List.of(PLATFORM, VIRTUAL);
    }

    abstract Thread start(Runnable task);

    private static Method startVirtualThread() throws NoSuchMethodException {
        return Thread.class.getMethod("startVirtualThread", Runnable.class);
    }
}
