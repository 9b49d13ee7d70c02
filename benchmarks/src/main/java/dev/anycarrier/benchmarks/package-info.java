/** What the library costs beside what a user would pick instead: the same work, in the same run, told as ratios. */
@org.jspecify.annotations.NullMarked
package dev.anycarrier.benchmarks;
