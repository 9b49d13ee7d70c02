package dev.anycarrier.engine.resilience;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.watch.BreakerState;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/**
 * Spares a carrier that fails, and those who would wait for it: one for each account and operation. After too many failures
 * about several SIMs it is open and refuses everything for a while; then it lets one probe through at a time, and closes
 * when one is answered. Thread-safe; never waits.
 */
public final class Breaker {

    private final Ports ports;
    private final BreakerSteps steps;
    private final Lock lock;

    /** A closed breaker. */
    public Breaker(final Ports ports, final BreakerOptions options) {
        this.ports = ports;
        this.steps = new BreakerSteps(options, ports.random());
        this.lock = ports.threads().lock();
    }

    /**
     * Lets one attempt through.
     *
     * @throws UsageException {@code UNAVAILABLE} with the cause {@code CIRCUIT_OPEN} if it is open or a probe is under way;
     *     {@code notBefore} says when the next probe is let through at the latest
     */
    public Pass admit() {
        final BreakerSteps.Admission admission;
        final long now;
        lock.lock();
        try {
            now = ports.time().nanoTime();
            admission = steps.admit(now);
        } finally {
            lock.unlock();
        }
        if (admission instanceof BreakerSteps.Refused refused) {
            throw UsageException.unavailable(
                            UnavailableCause.CIRCUIT_OPEN,
                            "not asked, since the carrier has failed too often just before")
                    .notBefore(ports.time().instant().plusNanos(refused.until() - now))
                    .build();
        }
        return new Admitted(((BreakerSteps.Admitted) admission).ticket());
    }

    /** Whether it lets attempts through. */
    public BreakerState state() {
        lock.lock();
        try {
            return steps.state(ports.time().nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /** An attempt that was let through. Exactly one of the three is called; only the first call counts. Thread-safe. */
    public interface Pass {

        /** The carrier answered. */
        void succeeded();

        /**
         * It ended in a failure, which counts against the carrier only if the carrier is {@code UNAVAILABLE}. A refusal such
         * as {@code NOT_FOUND} or HTTP 429 is an answer; what says nothing about the carrier, such as {@code CANCELLED} or a
         * limit of our own, is as if abandoned.
         *
         * @param sim what it was about, or empty if it was about no SIM
         */
        void failed(UsageException failure, Optional<SimId> sim);

        /** Nothing was learnt about the carrier. */
        void abandoned();
    }

    private final class Admitted implements Pass {

        private final long ticket;
        private final AtomicBoolean returned = new AtomicBoolean();

        Admitted(final long ticket) {
            this.ticket = ticket;
        }

        @Override
        public void succeeded() {
            giveBack(Verdict.ANSWERED, Optional.empty());
        }

        @Override
        public void failed(final UsageException failure, final Optional<SimId> sim) {
            giveBack(Verdict.on(failure), sim);
        }

        @Override
        public void abandoned() {
            giveBack(Verdict.NOTHING_LEARNT, Optional.empty());
        }

        private void giveBack(final Verdict verdict, final Optional<SimId> sim) {
            if (!returned.compareAndSet(false, true)) {
                return;
            }
            lock.lock();
            try {
                final long now = ports.time().nanoTime();
                switch (verdict) {
                    case ANSWERED -> steps.answered(ticket);
                    case FAILED -> steps.failed(ticket, sim, now);
                    case NOTHING_LEARNT -> steps.abandoned(ticket, now);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
