/** One question that has to go to the carrier: what the whole engine costs beside clients that promise nothing. */
@org.jspecify.annotations.NullMarked
package dev.anycarrier.benchmarks.call;
