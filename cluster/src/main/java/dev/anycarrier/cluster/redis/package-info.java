/** The engine's port to what nodes share, on Redis. Not for users. */
@NullMarked
package dev.anycarrier.cluster.redis;

import org.jspecify.annotations.NullMarked;
