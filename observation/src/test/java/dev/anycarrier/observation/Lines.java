package dev.anycarrier.observation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger that keeps its lines, whatever their level. */
final class Lines extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1;

    private final transient List<String> lines = new CopyOnWriteArrayList<>();

    Lines() {
        name = "lines";
    }

    /** Level and text of each. */
    List<String> all() {
        return List.copyOf(lines);
    }

    List<String> of(final Level level) {
        return lines.stream().filter(line -> line.startsWith(level + " ")).toList();
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return Lines.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            final Level level,
            final Marker marker,
            final String messagePattern,
            final Object[] arguments,
            final Throwable throwable) {
        final String thrown = throwable == null ? "" : " " + throwable;
        lines.add(level + " " + MessageFormatter.basicArrayFormat(messagePattern, arguments) + thrown);
    }

    @Override
    public boolean isTraceEnabled() {
        return true;
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }
}
