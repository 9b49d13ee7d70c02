/** What is known already: the cost of answering with it, and of remembering it. */
@org.jspecify.annotations.NullMarked
package dev.anycarrier.benchmarks.cache;
