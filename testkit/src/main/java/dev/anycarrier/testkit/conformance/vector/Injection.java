package dev.anycarrier.testkit.conformance.vector;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.Given;
import dev.anycarrier.testkit.fault.Script;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Does to a request what a cell says. */
final class Injection {

    /** Longer texts are sent one by one, so that they are not in memory all at once. */
    private static final long LONGEST_AT_ONCE = 4L << 20;

    private final String shown;
    private final URI here;

    private Injection(final String shown, final URI here) {
        this.shown = shown;
        this.here = here;
    }

    /** What the cell does to the requests that it is about. */
    static Function<Exchange, Given> of(final FaultCell cell, final URI here) {
        final Injection injection = new Injection(cell.id() + ": " + cell.injects(), here);
        final ChangedAnswer answer = cell.answer();
        final List<WireStep> wire = cell.wire() == null ? List.of() : cell.wire();
        return answer == null
                ? exchange -> injection.wire(exchange, wire)
                : exchange -> injection.answer(exchange, answer);
    }

    /** What the cell does to the requests before. */
    static Function<Exchange, Given> before(final FaultCell cell, final URI here) {
        final Injection injection = new Injection(cell.id() + ": " + cell.injects(), here);
        final List<WireStep> steps = cell.before() == null ? List.of() : cell.before();
        return exchange -> injection.wire(exchange, steps);
    }

    private Given answer(final Exchange exchange, final ChangedAnswer change) {
        final Placeholders placeholders = placeholders(exchange);
        final HttpResponse happy = exchange.answer();
        HttpHeaders headers = happy.headers();
        for (final Map.Entry<String, List<String>> header : change.headers().entrySet()) {
            headers = headers.without(header.getKey());
            for (final String value : header.getValue()) {
                headers = headers.with(header.getKey(), placeholders.fill(value));
            }
        }
        final int status = change.status() == null ? happy.status() : change.status();
        final byte[] body = ChangedBody.of(happy.body(), change.body(), placeholders);
        final Given given = Given.of(new HttpResponse(status, headers, body));
        return new Given(given.script(), shown + "\n" + given.shown());
    }

    private Given wire(final Exchange exchange, final List<WireStep> steps) {
        final Placeholders placeholders = placeholders(exchange);
        Script script = Script.accept();
        final StringBuilder done = new StringBuilder(shown);
        for (final WireStep step : steps) {
            script = step(script, step, placeholders);
            done.append('\n').append(step);
        }
        return new Given(script, done.toString());
    }

    private static Script step(final Script script, final WireStep step, final Placeholders placeholders) {
        if (step instanceof WireStep.Write write) {
            final String text = placeholders.fill(write.text());
            if ((long) text.length() * write.times() <= LONGEST_AT_ONCE) {
                return script.write(text.repeat(write.times()));
            }
            Script longer = script;
            for (int written = 0; written < write.times(); written++) {
                longer = longer.write(text);
            }
            return longer;
        } else if (step instanceof WireStep.Repeat repeat) {
            final String text = placeholders.fill(repeat.text());
            return repeat.everyMs() == 0
                    ? script.repeat(text)
                    : script.repeat(text, Duration.ofMillis(repeat.everyMs()));
        } else if (step instanceof WireStep.Drip drip) {
            final String text = placeholders.fill(drip.text());
            final int atOnce = Math.max(1, (text.length() + drip.parts() - 1) / drip.parts());
            return script.drip(text, atOnce, Duration.ofMillis(drip.everyMs()));
        } else if (step instanceof WireStep.Pause pause) {
            return script.pause(Duration.ofMillis(pause.ms()));
        } else if (step instanceof WireStep.Stall) {
            return script.stall();
        } else if (step instanceof WireStep.Close) {
            return script.close();
        } else if (step instanceof WireStep.Reset) {
            return script.reset();
        }
        throw new IllegalArgumentException("there is no way to do " + step);
    }

    private Placeholders placeholders(final Exchange exchange) {
        return new Placeholders(exchange, here, InstantSource.system().instant());
    }
}
