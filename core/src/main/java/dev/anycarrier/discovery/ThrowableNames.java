package dev.anycarrier.discovery;

import dev.anycarrier.spi.UsageProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Pattern;

/**
 * What went wrong in a plugin, in class names. A message may hold anything, secrets too, so none is repeated, save what
 * the JDK says of a class or service file that it cannot load.
 */
final class ThrowableNames {

    private static final int LONGEST_CHAIN = 5;
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w/.$-]{1,200}");
    private static final String SERVICE_PREFIX = UsageProviderFactory.class.getName() + ": ";

    private ThrowableNames() {}

    /** The failure and its causes, outermost first. */
    static String of(final Throwable failure) {
        final List<String> names = new ArrayList<>();
        Optional<Throwable> next = Optional.of(failure);
        while (next.isPresent() && names.size() < LONGEST_CHAIN) {
            names.add(name(next.get()));
            next = Optional.ofNullable(next.get().getCause());
        }
        return String.join(", caused by ", names);
    }

    private static String name(final Throwable failure) {
        final String message = String.valueOf(failure.getMessage());
        final String name = failure.getClass().getName();
        if (failure instanceof ServiceConfigurationError && message.startsWith(SERVICE_PREFIX)) {
            return message.substring(SERVICE_PREFIX.length());
        }
        if (failure instanceof LinkageError && CLASS_NAME.matcher(message).matches() && !message.equals("null")) {
            return name + " (" + message + ")";
        }
        return name;
    }
}
