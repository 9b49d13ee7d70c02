/** The answers of Airalo, field by field as it sends them. */
@NullMarked
package dev.anycarrier.airalo.wire;

import org.jspecify.annotations.NullMarked;
