/** Reading many SIMs: what a sweep takes, what each SIM ends in, and how far it is. */
@NullMarked
package dev.anycarrier.sweep;

import org.jspecify.annotations.NullMarked;
