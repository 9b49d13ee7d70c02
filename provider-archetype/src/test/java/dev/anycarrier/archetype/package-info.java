/** Tries the project that comes out of the archetype. */
@NullMarked
package dev.anycarrier.archetype;

import org.jspecify.annotations.NullMarked;
