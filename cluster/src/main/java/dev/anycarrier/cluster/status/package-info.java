/** What an operator sees of what nodes share. */
@NullMarked
package dev.anycarrier.cluster.status;

import org.jspecify.annotations.NullMarked;
