package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.TimedCondition;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Real threads whose timed waits take no time: the manual time leaps by them, unless somebody signals at once. */
final class LeapingThreads implements Threads {

    /** Whoever waits so long waits for somebody else, not for a time. */
    private static final long A_WAIT_FOR_OTHERS = TimeUnit.HOURS.toNanos(12);

    private final Threads real = Threads.system();
    private final ManualTime time;

    LeapingThreads(final ManualTime time) {
        this.time = time;
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        return real.start(name, task);
    }

    @Override
    public Lock lock() {
        return new LeapingLock();
    }

    private final class LeapingLock extends ReentrantLock {

        private static final long serialVersionUID = 1L;

        @Override
        public Condition newCondition() {
            return new LeapingCondition(super.newCondition());
        }
    }

    @SuppressWarnings("WaitNotInLoop")
    private final class LeapingCondition extends TimedCondition {

        private final Condition real;

        LeapingCondition(final Condition real) {
            this.real = real;
        }

        @Override
        public long awaitNanos(final long nanos) throws InterruptedException {
            if (nanos > A_WAIT_FOR_OTHERS) {
                return real.awaitNanos(nanos);
            }
            final long left = real.awaitNanos(Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
            if (left > 0) {
                return nanos;
            }
            time.advance(Duration.ofNanos(nanos));
            return 0;
        }

        @Override
        public void signal() {
            real.signal();
        }

        @Override
        public void signalAll() {
            real.signalAll();
        }
    }
}
