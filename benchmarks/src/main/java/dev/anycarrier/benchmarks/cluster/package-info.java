/** What several nodes on a Redis and a PostgreSQL cost; both are started for it. */
@org.jspecify.annotations.NullMarked
package dev.anycarrier.benchmarks.cluster;
