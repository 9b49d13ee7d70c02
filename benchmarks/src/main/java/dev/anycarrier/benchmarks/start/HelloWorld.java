package dev.anycarrier.benchmarks.start;

/** What no program in a JVM can be faster than. */
final class HelloWorld {

    private HelloWorld() {}

    /** Says so. */
    public static void main(final String... arguments) {
        System.out.println("hello, world");
    }
}
