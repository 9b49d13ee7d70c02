package dev.anycarrier.testkit.conformance.live;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.usage.SimId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The good answers that a provider got, as shapes by what was asked. Keeps no body. Thread-safe. */
final class RecordedAnswers {

    private static final int OK = 200;

    private final List<Answered> answers = new ArrayList<>();

    private record Answered(String question, JsonShape shape) {}

    synchronized void add(final HttpRequest request, final HttpResponse response) {
        final JsonShape shape = response.status() == OK ? JsonShape.of(response.body()) : JsonShape.none();
        answers.add(new Answered(request.method() + " " + request.uri().getPath(), shape));
    }

    synchronized int count() {
        return answers.size();
    }

    /** Forgets what the answers from here on look like: they said in their own way that something is wrong. */
    synchronized void forget(final int from) {
        answers.subList(from, answers.size())
                .replaceAll(answered -> new Answered(answered.question(), JsonShape.none()));
    }

    /** The shape of all answers to one kind of question, by its method and path; a SIM stands in it as {@code {sim}}. */
    synchronized Map<String, JsonShape> shapes(final Collection<SimId> sims) {
        final Map<String, JsonShape> shapes = new TreeMap<>();
        for (final Answered answered : answers) {
            String question = answered.question();
            for (final SimId sim : sims) {
                question = question.replace(sim.value(), "{sim}");
            }
            shapes.merge(question, answered.shape(), JsonShape::and);
        }
        return shapes;
    }
}
