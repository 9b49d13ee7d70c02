package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.usage.SimId;
import java.util.Optional;

/** What lets a request pass beside this process's own budgets. Thread-safe. */
sealed interface Leave {

    /** The number of the question that it belongs to as its first request; 0 for any other request. */
    long flight();

    /** The request has left. */
    void sent();

    /** It never leaves; said once. */
    void notSent();

    /** What its answer has changed in this process's own budgets. */
    void answered(HttpResponse response, Learnt learnt);

    /** Nothing more comes. */
    void done();

    /** The store of all nodes gave it. */
    record FromStore(ClusterAccount store, ClusterAnswer.Granted granted, Optional<SimId> sim) implements Leave {

        @Override
        public long flight() {
            return granted.flight();
        }

        @Override
        public void sent() {}

        @Override
        public void notSent() {
            store.notSent(granted);
        }

        @Override
        public void answered(final HttpResponse response, final Learnt learnt) {
            if (learnt.givenBackForSim()) {
                store.giveBackForSim(granted);
            }
            for (final Hold hold : learnt.holds()) {
                store.hold(hold.scope(), hold.scope() == LimitScope.SIM ? sim : Optional.empty(), hold.length());
            }
        }

        @Override
        public void done() {}
    }

    /** The store is away, and it is of this node's share. */
    record FromShare(CountedPermit part) implements Leave {

        @Override
        public long flight() {
            return 0;
        }

        @Override
        public void sent() {
            part.sent();
        }

        @Override
        public void notSent() {
            part.notSent();
        }

        @Override
        public void answered(final HttpResponse response, final Learnt learnt) {
            part.answered(response);
        }

        @Override
        public void done() {
            part.done();
        }
    }
}
