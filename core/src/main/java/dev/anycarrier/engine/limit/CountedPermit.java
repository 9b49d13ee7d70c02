package dev.anycarrier.engine.limit;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import java.util.List;
import java.util.concurrent.locks.Lock;

/** A permit of this process's own budgets. Thread-safe. */
final class CountedPermit implements RateLimiter.Permit {

    private final RateLimiter limiter;
    private final Granted request;
    private final String number;

    /** Spares those who say it again the lock. */
    private volatile boolean written;

    /**
     * A permit whose request was granted.
     *
     * @param number its number in the journal
     */
    CountedPermit(final RateLimiter limiter, final Granted request, final String number) {
        this.limiter = limiter;
        this.request = request;
        this.number = number;
    }

    @Override
    public void sent() {
        if (written) {
            return;
        }
        final boolean news;
        final Lock lock = limiter.lock();
        lock.lock();
        try {
            news = limiter.admission().sent(request, limiter.now());
        } finally {
            lock.unlock();
        }
        written = true;
        if (news) {
            limiter.journal().sent(number);
        }
    }

    @Override
    public void notSent() {
        withdraw();
    }

    /** It never leaves. Returns whether that is news. */
    boolean withdraw() {
        final boolean news = limiter.locked(() -> limiter.admission().notSent(request, limiter.now()));
        if (news) {
            limiter.journal().released(number, false);
        }
        return news;
    }

    /** Whether a hold that came after the grant holds it back. */
    boolean isHeld() {
        return limiter.locked(() -> limiter.admission().isHeld(request, limiter.now()));
    }

    /** Nothing of that scope may be sent for a while, so neither may this, nor those who wait here. */
    void postpone(final LimitScope scope, final long nanos) {
        final Lock lock = limiter.lock();
        lock.lock();
        try {
            final long now = limiter.now();
            limiter.admission().postpone(request, scope, now + nanos, now);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Learnt answered(final HttpResponse response) {
        sent();
        final AnswerReading answer = limiter.read(response);
        if (!answer.isPlain()) {
            return limited(answer);
        }
        final Lock lock = limiter.lock();
        lock.lock();
        try {
            limiter.admission().answeredPlainly(request);
        } finally {
            lock.unlock();
        }
        return Learnt.NOTHING;
    }

    private Learnt limited(final AnswerReading answer) {
        final boolean released = answer.status() == AnswerReading.UNAUTHORIZED
                && limiter.locked(() -> limiter.admission().giveBackForSim(request, limiter.now()));
        if (released) {
            limiter.journal().released(number, true);
        }
        final List<Hold> holds = limiter.locked(() -> limiter.admission().answered(request, answer, limiter.now()));
        limiter.journal().held(holds, request.simId);
        return new Learnt(released, holds);
    }

    @Override
    public void done() {
        sent();
        final Lock lock = limiter.lock();
        lock.lock();
        try {
            limiter.admission().done(request);
        } finally {
            lock.unlock();
        }
    }
}
