package dev.anycarrier.watch;

/**
 * Is told of every call, and of every request on the wire. Whatever it throws is ignored; while it blocks, the call waits, and
 * a request holds a place in its limit. Thread-safe.
 */
public interface CallListener {

    /**
     * A call begins. Told on the thread that asks. A stream of records is a call for each page, told on whatever thread fetches
     * it.
     *
     * @return is told what becomes of it
     */
    CallWatch called(CallStart start);

    /**
     * A request is about to be sent that belongs to no single call: such as one for an access token, which all calls share.
     *
     * @return is told what becomes of it
     */
    default AttemptWatch attempted(final AttemptStart start) {
        return end -> {};
    }
}
