package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.RequestLimit;
import dev.anycarrier.testkit.SimulatorAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where Airalo and PressOne differ: paths, limits and the bodies of errors. */
interface BalanceDialect {

    String carrier();

    String tokenPath();

    /** The path of a SIM's usage, with a variable for the SIM. */
    String usagePath();

    /** The kinds of SIM it has, as often as they occur. */
    List<BalanceKind> kinds();

    /** A new count of the usage requests about each SIM. */
    RequestLimit simLimit();

    /** A new count of all usage requests, or empty if there is no limit to them. */
    Optional<RequestLimit> accountLimit();

    /** The client's identifier or secret is wrong. */
    SimulatorAnswer clientRefused();

    /** A field of the token request is missing or wrong. */
    SimulatorAnswer invalidField(String field);

    /** There is no token in the request, or none that is good. */
    SimulatorAnswer unauthenticated();

    /** There is no such SIM, or no such path. */
    SimulatorAnswer notFound();

    /** The refusals of a usage request that its documents show. */
    List<DocumentedRefusal> refusals();

    SimulatorAnswer tooManyRequests(RequestLimit.Verdict verdict, Instant now);
}
