/** Embedding with Guice, which is an optional dependency that nothing else here uses. */
@NullMarked
package dev.anycarrier.guice;

import org.jspecify.annotations.NullMarked;
