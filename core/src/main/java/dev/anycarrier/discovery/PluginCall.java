package dev.anycarrier.discovery;

import java.util.function.Supplier;

/** Calls a plugin that nothing is known of yet: it may throw anything, and change the thread's class loader. */
final class PluginCall {

    private PluginCall() {}

    /**
     * What the plugin answers.
     *
     * @param what the call, for people
     * @throws UnusableProvider if the plugin throws
     */
    static <T> T of(final String what, final Supplier<T> call) throws UnusableProvider {
        final Thread thread = Thread.currentThread();
        final ClassLoader loader = thread.getContextClassLoader();
        try {
            return call.get();
        } catch (final Throwable e) {
            throw failure(what, e);
        } finally {
            if (thread.getContextClassLoader() != loader) {
                thread.setContextClassLoader(loader);
            }
        }
    }

    /** An endless recursion is the plugin's own fault; a machine without memory is beyond it, and goes on up. */
    private static UnusableProvider failure(final String what, final Throwable thrown) {
        if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
            throw fatal;
        }
        return new UnusableProvider(what + " fails: " + ThrowableNames.of(thrown));
    }
}
