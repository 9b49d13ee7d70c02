package dev.anycarrier.simulation.sabotage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Loads everything of ours anew, some of it in a wrong version; everything else is its parent's. */
final class WrongLoader extends ClassLoader {

    private static final String OURS = "dev.anycarrier.";

    private final Map<String, byte[]> wrong;

    WrongLoader(final Map<String, byte[]> wrong, final ClassLoader parent) {
        super(parent);
        this.wrong = wrong;
    }

    @Override
    protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            final Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(final String name) throws ClassNotFoundException {
        final byte[] changed = wrong.get(name);
        if (changed != null) {
            return defineClass(name, changed, 0, changed.length);
        }
        try (InputStream right = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (right == null) {
                throw new ClassNotFoundException(name);
            }
            final byte[] bytes = right.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (final IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
