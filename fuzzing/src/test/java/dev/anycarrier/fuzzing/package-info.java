/** Readers of what others write, against what nobody would write: each has an end that its caller knows of. */
@NullMarked
package dev.anycarrier.fuzzing;

import org.jspecify.annotations.NullMarked;
