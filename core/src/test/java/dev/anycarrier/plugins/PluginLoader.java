package dev.anycarrier.plugins;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;

/** Sees the classes of {@link Plugins} and the lists of services in the given jar files and nowhere else. */
public final class PluginLoader extends URLClassLoader {

    private static final String PLUGINS = Plugins.class.getName();

    private PluginLoader(final URL[] jars) {
        super(jars, PluginLoader.class.getClassLoader());
    }

    /** Loads from these jar files, in this order. */
    public static PluginLoader of(final Path... jars) throws MalformedURLException {
        final URL[] locations = new URL[jars.length];
        for (int index = 0; index < jars.length; index++) {
            locations[index] = jars[index].toUri().toURL();
        }
        return new PluginLoader(locations);
    }

    @Override
    protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PLUGINS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            final Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public Enumeration<URL> getResources(final String name) throws IOException {
        return findResources(name);
    }
}
