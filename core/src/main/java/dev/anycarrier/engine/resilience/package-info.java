/** What is done about a carrier that fails: asking again with care, and for a while not at all. */
@NullMarked
package dev.anycarrier.engine.resilience;

import org.jspecify.annotations.NullMarked;
