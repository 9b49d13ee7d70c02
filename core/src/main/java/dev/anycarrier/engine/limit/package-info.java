/** What the carrier allows, held exactly. */
@NullMarked
package dev.anycarrier.engine.limit;

import org.jspecify.annotations.NullMarked;
