/**
 * For the unit tests of whoever embeds Anycarrier: carriers in memory, whose SIMs answer as a script says, behind the real
 * engine. No network, no waiting, and the same story each time.
 */
@NullMarked
package dev.anycarrier.testing;

import org.jspecify.annotations.NullMarked;
