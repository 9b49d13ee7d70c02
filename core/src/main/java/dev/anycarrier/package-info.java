/**
 * The front door: {@link dev.anycarrier.Anycarrier} holds the configured accounts and answers questions about their
 * SIMs.
 */
@NullMarked
package dev.anycarrier;

import org.jspecify.annotations.NullMarked;
