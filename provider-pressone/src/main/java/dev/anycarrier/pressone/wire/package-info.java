/** The answers of PressOne, field by field as it sends them. */
@NullMarked
package dev.anycarrier.pressone.wire;

import org.jspecify.annotations.NullMarked;
