/** Very many SIMs at once: under load and with real threads, and in virtual time. */
@org.jspecify.annotations.NullMarked
package dev.anycarrier.benchmarks.sweep;
