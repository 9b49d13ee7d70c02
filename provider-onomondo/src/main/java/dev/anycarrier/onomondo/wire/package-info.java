/** Onomondo's JSON as it is on the wire. Components that the carrier may leave out are nullable here, and nowhere else. */
@NullMarked
package dev.anycarrier.onomondo.wire;

import org.jspecify.annotations.NullMarked;
