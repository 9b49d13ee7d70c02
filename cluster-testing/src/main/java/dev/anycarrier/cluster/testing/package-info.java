/** Real servers for tests. */
@NullMarked
package dev.anycarrier.cluster.testing;

import org.jspecify.annotations.NullMarked;
