package dev.anycarrier.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends something in good order when the process is asked to end, as by Ctrl-C, while this is open. */
final class Interruption implements AutoCloseable {

    private static final int GRACE_SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean happened;

    /**
     * Waits for it.
     *
     * @param end ends what is under way; it has ended when this is closed
     * @param farewell what is to be said then
     */
    Interruption(final Runnable end, final Runnable farewell) {
        this.hook = new Thread(() -> run(end, farewell), "anycarrier-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process is ending. */
    boolean happened() {
        return happened;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException e) {
            // The process is ending: the hook is running.
        }
    }

    private void run(final Runnable end, final Runnable farewell) {
        happened = true;
        end.run();
        try {
            // So that the last outcome is printed whole and acknowledged; not for ever, since nobody may read it.
            if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        farewell.run();
    }
}
