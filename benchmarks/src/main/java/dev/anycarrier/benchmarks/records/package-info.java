/** An account's usage records, read to the sums of its SIMs. */
@org.jspecify.annotations.NullMarked
package dev.anycarrier.benchmarks.records;
