package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.UsageException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Everything that a failure can be made to say. */
public final class FailureText {

    private FailureText() {}

    public static String of(final UsageException failure) {
        final StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return String.join(
                "\n",
                text.toString(),
                failure.detail(),
                failure.carrierCode().orElse(""),
                failure.question().orElse(""),
                failure.resumeAt().orElse(""));
    }
}
