package dev.anycarrier.testkit.conformance.trial;

import java.net.CookieHandler;
import java.net.ProxySelector;
import java.nio.charset.Charset;
import java.security.Security;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a whole process shares, at one moment.
 *
 * @param values by what it is called
 * @param properties the system properties
 */
public record ProcessDefaults(Map<String, Object> values, Properties properties) {

    private static final String NONE = "none";

    public static ProcessDefaults now() {
        final Map<String, Object> values = new HashMap<>();
        values.put("the time zone", TimeZone.getDefault().getID());
        values.put("the language", Locale.getDefault());
        values.put("the language of formats", Locale.getDefault(Locale.Category.FORMAT));
        values.put("the character set", Charset.defaultCharset());
        values.put("the context class loader", orNone(Thread.currentThread().getContextClassLoader()));
        values.put("the handler of uncaught exceptions", orNone(Thread.getDefaultUncaughtExceptionHandler()));
        values.put("standard output", System.out);
        values.put("standard error", System.err);
        values.put("the log handlers", List.of(Logger.getLogger("").getHandlers()));
        values.put("the cookie store", orNone(CookieHandler.getDefault()));
        values.put("the proxies", orNone(ProxySelector.getDefault()));
        values.put("the security providers", List.of(Security.getProviders()));
        return new ProcessDefaults(values, (Properties) System.getProperties().clone());
    }

    /** What is otherwise by now, in the words of people. */
    public List<String> changed() {
        final ProcessDefaults now = now();
        final List<String> changed = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!Objects.equals(value, now.values.get(name))) {
                changed.add(name);
            }
        });
        if (!properties.equals(now.properties)) {
            changed.add("the system properties");
        }
        return changed;
    }

    /** Puts language, time zone and properties back, so that no other rule is tried in a changed process. */
    public void restore() {
        TimeZone.setDefault(TimeZone.getTimeZone(String.valueOf(values.get("the time zone"))));
        Locale.setDefault((Locale) Objects.requireNonNull(values.get("the language")));
        Locale.setDefault(
                Locale.Category.FORMAT, (Locale) Objects.requireNonNull(values.get("the language of formats")));
        System.setProperties(properties);
    }

    private static Object orNone(final @Nullable Object value) {
        return value == null ? NONE : value;
    }
}
