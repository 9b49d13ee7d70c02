/** A JVM of its own for a plugin that is a named module. For the rules of this kit; it may change in any version. */
@NullMarked
package dev.anycarrier.testkit.conformance.process;

import org.jspecify.annotations.NullMarked;
