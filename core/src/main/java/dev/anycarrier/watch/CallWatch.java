package dev.anycarrier.watch;

/** Is told how one call goes on: any number of attempts, perhaps after its end too, and one end. Thread-safe. */
public interface CallWatch {

    /**
     * A request of this call is about to be sent, on another thread than the call's, mostly. One that serves several calls
     * belongs to the one that began it.
     *
     * @return is told what becomes of it
     */
    default AttemptWatch attempted(final AttemptStart start) {
        return end -> {};
    }

    /** The call has ended; told on the thread that asked. */
    void ended(CallEnd end);
}
