package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.conformance.report.ReportFiles;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * Keeps the books of a conformance test class, and looks at them when it ends: a rule that was not tried, for whatever
 * reason, makes the run partial, and a partial run fails unless the property {@value #PARTIAL} is {@code true}.
 */
final class ConformanceLedger implements TestInstancePostProcessor, ParameterResolver, AfterAllCallback {

    static final String PARTIAL = "anycarrier-conformance.partial";

    /** The folder for the report, or empty for none. */
    static final String REPORT = "anycarrier-conformance.report";

    private static final Namespace NAMESPACE = Namespace.create(ConformanceLedger.class);
    private static final int MOST_NAMES = 5;

    @Override
    public void postProcessTestInstance(final Object instance, final ExtensionContext context) {
        if (instance instanceof UsageProviderConformance test) {
            context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(
                            test.getClass(), key -> new ConformanceSession(test.prepared()), ConformanceSession.class);
        }
    }

    @Override
    public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
        return parameter.getParameter().getType() == ConformanceSession.class;
    }

    @Override
    public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
        return session(context);
    }

    @Override
    public void afterAll(final ExtensionContext context) throws IOException {
        final ConformanceSession session = session(context);
        final boolean partial = Boolean.getBoolean(PARTIAL);
        if (partial && reports().isEmpty()) {
            return;
        }
        final ConformanceReport report = session.report("mvn test -Dtest="
                + context.getRequiredTestClass().getSimpleName() + " -D" + UsageProviderConformance.SEED + "="
                + UsageProviderConformance.seed());
        if (reports().isPresent()) {
            ReportFiles.write(report, reports().get());
        }
        if (report.verdict() == Verdict.PARTIAL && !partial) {
            throw new AssertionError(notTried(report.results(Outcome.NOT_RUN)));
        }
    }

    /** In the folder that the build tool cleans, unless another is asked for, or none. */
    private static Optional<Path> reports() {
        final String build = Files.isDirectory(Path.of("build")) ? "build" : "target";
        return Optional.of(System.getProperty(REPORT, build + "/anycarrier-conformance"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    private static ConformanceSession session(final ExtensionContext context) {
        final ConformanceSession session =
                context.getRoot().getStore(NAMESPACE).get(context.getRequiredTestClass(), ConformanceSession.class);
        if (session == null) {
            throw new AssertionError("no rule was tried: " + context.getRequiredTestClass() + " has run nothing");
        }
        return session;
    }

    private static String notTried(final List<RuleResult> missing) {
        return "PARTIAL: " + missing.size() + " rules were not tried ("
                + missing.stream()
                        .limit(MOST_NAMES)
                        .map(result -> result.rule().id())
                        .collect(Collectors.joining(", "))
                + (missing.size() > MOST_NAMES ? ", …" : "")
                + "); a part of the rules shows nothing, so this fails unless -D" + PARTIAL + "=true asks for a part";
    }
}
