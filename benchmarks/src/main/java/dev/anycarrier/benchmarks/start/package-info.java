/** What it takes to start: the command line as a process, and the library in a JVM that has done nothing yet. */
@org.jspecify.annotations.NullMarked
package dev.anycarrier.benchmarks.start;
