package dev.anycarrier.simulation.fleet;

/** What can go wrong, by where it goes wrong. */
public enum FaultKind {
    /** The answer takes longer, but not too long. */
    LATENCY(Place.EXCHANGE),
    /** No answer before any timeout. */
    STALL(Place.EXCHANGE),
    /** No connection. */
    REFUSED(Place.EXCHANGE),
    /** The thread stands still between the grant of its request and the write. */
    LATE_WRITE(Place.EXCHANGE),
    /** The connection breaks after the request was written. */
    RESET_AFTER_WRITE(Place.EXCHANGE),
    /** The connection breaks in the middle of the answer. */
    RESET_IN_BODY(Place.EXCHANGE),
    /** HTTP 500. */
    STATUS_500(Place.EXCHANGE),
    /** HTTP 502. */
    STATUS_502(Place.EXCHANGE),
    /** HTTP 503 without a word about when. */
    STATUS_503(Place.EXCHANGE),
    /** HTTP 503 with {@code Retry-After}. */
    STATUS_503_WAIT(Place.EXCHANGE),
    /** HTTP 408. */
    STATUS_408(Place.EXCHANGE),
    /** HTTP 429 without {@code Retry-After}. */
    THROTTLED(Place.QUESTION),
    /** HTTP 429 with {@code Retry-After} in seconds, about one SIM. */
    THROTTLED_SIM(Place.QUESTION),
    /** HTTP 429 with {@code Retry-After} in seconds, about the account. */
    THROTTLED_ACCOUNT(Place.QUESTION),
    /** HTTP 429 with a date. */
    THROTTLED_DATE(Place.QUESTION),
    /** HTTP 429 with something unreadable. */
    THROTTLED_GARBAGE(Place.QUESTION),
    /** The tokens at hand are revoked before their time. */
    TOKEN_REVOKED(Place.QUESTION),
    /** Good tokens are refused now and then. */
    TOKEN_FLAPS(Place.QUESTION),
    /** The body is no JSON. */
    GARBAGE_BODY(Place.QUESTION),
    /** The body is longer than any that is read. */
    HUGE_BODY(Place.QUESTION),
    /** A failure whose body repeats token and SIM. */
    ECHO(Place.QUESTION),
    /** The account is closed: HTTP 403 from then on. */
    ACCOUNT_CLOSED(Place.QUESTION),
    /** An answer from a cache of the carrier's. */
    OLDER_VALUE(Place.QUESTION),
    /** Less was used than the carrier said before. */
    LOWER_VALUE(Place.QUESTION),
    /** The answer is about another SIM, and says so. */
    WRONG_SIM(Place.PAGE),
    /** A page names itself as the next. */
    CURSOR_CYCLE(Place.PAGE),
    /** There is always one more page. */
    CURSOR_ENDLESS(Place.PAGE),
    /** A page without records, but with a next one. */
    EMPTY_PAGE(Place.PAGE),
    /** The carrier has forgotten its cursor. */
    CURSOR_EXPIRED(Place.PAGE),
    /** The token endpoint answers HTTP 500. */
    TOKEN_500(Place.TOKEN),
    /** The token endpoint answers HTTP 429 with {@code Retry-After}. */
    TOKEN_THROTTLED(Place.TOKEN),
    /** The token endpoint answers nonsense. */
    TOKEN_GARBAGE(Place.TOKEN),
    /** The token endpoint does not answer. */
    TOKEN_HANGS(Place.TOKEN),
    /** The token's stated lifetime makes no sense. */
    TOKEN_LIFETIME(Place.TOKEN),
    /** A caller is interrupted. */
    INTERRUPT(Place.CLIENT),
    /** The wall clock is stepped. */
    WALL_CLOCK(Place.CLIENT),
    /** The machine sleeps. */
    SUSPEND(Place.CLIENT),
    /** The process is killed and started again. */
    KILL(Place.CLIENT),
    /** What must outlive the process cannot be kept. */
    STATE_FAILS(Place.CLIENT),
    /** Keeping it takes long. */
    STATE_SLOW(Place.CLIENT),
    /** Client and carrier change the secret. */
    SECRET_ROTATES(Place.CLIENT),
    /** No thread is to be had. */
    NO_THREADS(Place.CLIENT),
    /** The sink of a sweep throws. */
    SINK_THROWS(Place.CLIENT),
    /** The listener of a sweep throws. */
    LISTENER_THROWS(Place.CLIENT),
    /** The account is closed by its owner while questions are under way. */
    CLOSE(Place.CLIENT);

    private final Place place;

    FaultKind(final Place place) {
        this.place = place;
    }

    /** Where it goes wrong. */
    public Place place() {
        return place;
    }

    /** Where things go wrong. */
    public enum Place {
        /** In any exchange. */
        EXCHANGE,
        /** In the answer to a question. */
        QUESTION,
        /** In an answer of pages, which Onomondo alone has. */
        PAGE,
        /** At the token endpoint. */
        TOKEN,
        /** On our side. */
        CLIENT
    }
}
