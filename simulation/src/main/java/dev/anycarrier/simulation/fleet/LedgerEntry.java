package dev.anycarrier.simulation.fleet;

import java.util.Optional;

/** One request that reached a carrier. Times are nanoseconds since the start. */
public final class LedgerEntry {

    private final String account;
    private final String process;
    private final Purpose purpose;
    private final Optional<String> sim;
    private final long entered;
    private final long written;
    private final int generation;
    private final Optional<Fault> fault;
    private final CarrierAnswer answer;
    private final String cursor;
    private long received = -1;

    LedgerEntry(
            final String account,
            final String process,
            final CarrierRequest request,
            final long entered,
            final long written,
            final int generation,
            final Optional<Fault> fault,
            final CarrierAnswer answer) {
        this.account = account;
        this.process = process;
        this.purpose = request.purpose();
        this.sim = request.sim();
        this.entered = entered;
        this.written = written;
        this.generation = generation;
        this.fault = fault;
        this.answer = answer;
        this.cursor = request.parameter("next_page");
    }

    /** The account that asked. */
    public String account() {
        return account;
    }

    /** The client process that asked. */
    public String process() {
        return process;
    }

    /** What for. */
    public Purpose purpose() {
        return purpose;
    }

    /** The SIM as the request names it, or empty. */
    public Optional<String> sim() {
        return sim;
    }

    /** When the engine handed it to the wire. */
    public long entered() {
        return entered;
    }

    /** When its last byte was written. */
    public long written() {
        return written;
    }

    /** When the whole answer was there, or -1 if it never was. */
    public long received() {
        return received;
    }

    /** The generation of the token it carried or was given; 0 if none that was ever issued. */
    public int generation() {
        return answer.issued() > 0 ? answer.issued() : generation;
    }

    /** What went wrong with it. */
    public Optional<Fault> fault() {
        return fault;
    }

    /** The status of the answer. */
    public int status() {
        return answer.response().status();
    }

    /** How long the carrier asked to wait. */
    public Optional<CarrierHold> hold() {
        return answer.hold();
    }

    /** The amounts that the carrier told, as {@link Said} writes them; empty if it told none that count. */
    public Optional<String> said() {
        return answer.said();
    }

    /** The amounts that the carrier told of another SIM, as {@link Said} writes them. */
    public Optional<String> lie() {
        return answer.lie();
    }

    /** The cursor it carried; empty for a first page. */
    public String cursor() {
        return cursor;
    }

    /** How many pages of its walk were before, as far as the cursor says. */
    public long turn() {
        return RecordPages.turn(cursor);
    }

    void receivedAt(final long time) {
        received = time;
    }

    CarrierAnswer answer() {
        return answer;
    }

    @Override
    public String toString() {
        return account + " " + purpose + " " + sim.orElse("-") + " written " + written + " received " + received
                + " status " + status() + " generation " + generation()
                + fault.map(hit -> " fault " + hit.kind()).orElse("");
    }
}
