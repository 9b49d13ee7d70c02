package dev.anycarrier.testkit.conformance.trial;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ThreadFactory;

/** Virtual threads, where the JDK has them; it is compiled for one that has not. */
final class VirtualThreads {

    private VirtualThreads() {}

    /**
     * Makes them.
     *
     * @throws NotTried if this JDK has none
     */
    static ThreadFactory factory() {
        try {
            final MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            final Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
            final Object ofVirtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder))
                    .invoke();
            return (ThreadFactory) lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class))
                    .invoke(ofVirtual);
        } catch (final ClassNotFoundException e) {
            throw NotTried.notApplicable("this JDK has no virtual threads");
        } catch (final Throwable e) {
            throw new IllegalStateException("virtual threads cannot be made", e);
        }
    }
}
