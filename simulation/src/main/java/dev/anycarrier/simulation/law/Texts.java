package dev.anycarrier.simulation.law;

import dev.anycarrier.spi.UsageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;

/** Everything that somebody could come to read. */
final class Texts {

    private Texts() {}

    static void add(final Collection<String> texts, final Object shown) {
        texts.add(shown.toString());
        if (shown instanceof Throwable thrown) {
            final StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            texts.add(trace.toString());
        }
        if (shown instanceof UsageException failure) {
            texts.add(failure.detail());
            failure.question().ifPresent(texts::add);
            failure.carrierCode().ifPresent(texts::add);
        }
    }
}
