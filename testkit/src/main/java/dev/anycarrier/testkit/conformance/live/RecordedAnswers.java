package dev.anycarrier.testkit.conformance.live;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.usage.SimId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The good answers that a provider got, as shapes by what was asked. Keeps no body. Thread-safe. */
final class RecordedAnswers {

    private static final int OK = 200;

    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();

    private record Answered(String method, String path, JsonShape shape) {}

    void add(final HttpRequest request, final HttpResponse response) {
        final JsonShape shape = response.status() == OK ? JsonShape.of(response.body()) : JsonShape.none();
        answers.add(new Answered(request.method(), request.uri().getPath(), shape));
    }

    int count() {
        return answers.size();
    }

    /** The shape of all answers to one kind of question, by its method and path; a SIM stands in it as {@code {sim}}. */
    Map<String, JsonShape> shapes(final Collection<SimId> sims) {
        final List<String> identifiers = sims.stream().map(SimId::value).toList();
        final Map<String, JsonShape> shapes = new TreeMap<>();
        for (final Answered answered : answers) {
            String path = answered.path();
            for (final String identifier : identifiers) {
                path = path.replace(identifier, "{sim}");
            }
            shapes.merge(answered.method() + " " + path, answered.shape(), JsonShape::and);
        }
        return shapes;
    }
}
