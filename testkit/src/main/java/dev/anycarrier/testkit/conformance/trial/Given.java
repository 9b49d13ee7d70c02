package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.fault.Answer;
import dev.anycarrier.testkit.fault.Script;

/**
 * What a request is given: an answer, or whatever else can be done to its connection.
 *
 * @param script does it
 * @param shown how evidence shows it
 */
public record Given(Script script, String shown) {

    /** A well-framed answer. */
    public static Given of(final HttpResponse answer) {
        return new Given(
                Script.accept().answer(Answer.of(answer)),
                answer.status() + "\n" + Masking.headers(answer.headers()) + Masking.text(answer.body()));
    }
}
