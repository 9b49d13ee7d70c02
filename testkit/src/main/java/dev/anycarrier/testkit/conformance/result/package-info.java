/** What came of a run, as data: rule by rule, with evidence, and the verdict. */
@NullMarked
package dev.anycarrier.testkit.conformance.result;

import org.jspecify.annotations.NullMarked;
