/** Runs every measurement and says what came of it: as a table, as JSON, in the documents, as charts. */
@org.jspecify.annotations.NullMarked
package dev.anycarrier.benchmarks.report;
