/** What came of a run, as files: data for programs, a result for build servers, and pages for people. */
@NullMarked
package dev.anycarrier.testkit.conformance.report;

import org.jspecify.annotations.NullMarked;
