/** What stands in for a carrier: a server in a process of its own, fast enough that it is never what is measured. */
@org.jspecify.annotations.NullMarked
package dev.anycarrier.benchmarks.server;
