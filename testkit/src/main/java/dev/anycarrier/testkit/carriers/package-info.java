/**
 * Simulators of the known carriers, written from the carriers' documents and from nothing else: a second, independent
 * reading that the providers are held against.
 */
@NullMarked
package dev.anycarrier.testkit.carriers;

import org.jspecify.annotations.NullMarked;
