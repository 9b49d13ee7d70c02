package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.util.Optional;

/** How a carrier speaks: its paths, and what it says to a question that it admits. */
interface Dialect {

    /** What a request is for. */
    Purpose purpose(String method, String path);

    /** The SIM that a path names. */
    Optional<String> sim(Purpose purpose, String path);

    /** Whether the account proves itself with a token, not with a key. */
    boolean usesTokens();

    /** The answer to a question that was let in. */
    CarrierAnswer answer(CarrierRequest request, Optional<Fault> fault, Duration at);

    /** HTTP 401. */
    CarrierAnswer unauthenticated();

    /** An error with that status. */
    CarrierAnswer error(int status, String code, String text);
}
