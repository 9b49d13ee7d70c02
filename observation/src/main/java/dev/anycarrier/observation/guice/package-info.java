/** Observation by Guice, which is an optional dependency: nothing else here needs it. */
@NullMarked
package dev.anycarrier.observation.guice;

import org.jspecify.annotations.NullMarked;
