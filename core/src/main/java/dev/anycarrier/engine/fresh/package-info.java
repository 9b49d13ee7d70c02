/** What is known of each SIM, how old it is, and how it changed. */
@NullMarked
package dev.anycarrier.engine.fresh;

import org.jspecify.annotations.NullMarked;
