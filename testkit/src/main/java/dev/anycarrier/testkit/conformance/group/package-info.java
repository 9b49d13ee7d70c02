/** The rules in groups, each with the check that shows it. For the kit itself; it may change in any version. */
@NullMarked
package dev.anycarrier.testkit.conformance.group;

import org.jspecify.annotations.NullMarked;
