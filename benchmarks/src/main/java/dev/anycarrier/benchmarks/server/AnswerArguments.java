package dev.anycarrier.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the command line: Airalo's answers are always there, each argument adds one. */
final class AnswerArguments {

    static final String OPTION = "--answer";
    static final String JSON = "application/json";
    private static final Pattern ANSWER = Pattern.compile("(?<prefix>/.*)=(?<file>[^=]+?)(@(?<delay>\\d{1,6}))?");

    private final Map<Path, ByteBuffer> files = new HashMap<>();

    private AnswerArguments() {}

    static Answers read(final String... arguments) {
        final AnswerArguments reading = new AnswerArguments();
        final List<Answer> answers = new ArrayList<>();
        answers.add(Answer.of("/v2/token", json(AiraloBodies.TOKEN), 0));
        answers.add(Answer.of("/v2/sims/", json(AiraloBodies.USAGE), 0));
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].equals(OPTION) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not " + OPTION + " PREFIX=FILE[@MILLISECONDS]: " + arguments[i]);
            }
            answers.add(reading.answer(arguments[i + 1]));
        }
        return new Answers(answers);
    }

    private Answer answer(final String argument) {
        final Matcher parts = ANSWER.matcher(argument);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not PREFIX=FILE[@MILLISECONDS]: " + argument);
        }
        final String delay = parts.group("delay");
        return Answer.of(
                parts.group("prefix"),
                files.computeIfAbsent(Path.of(parts.group("file")), AnswerArguments::json),
                delay == null ? 0 : Long.parseLong(delay));
    }

    private static ByteBuffer json(final Path file) {
        try {
            return Answer.whole("200 OK", JSON, Files.readAllBytes(file));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer json(final String body) {
        return Answer.whole("200 OK", JSON, body.getBytes(StandardCharsets.UTF_8));
    }
}
