/** One operation at a time for each key, shared by all who ask for it meanwhile. */
@NullMarked
package dev.anycarrier.engine.flight;

import org.jspecify.annotations.NullMarked;
