/** Nodes of a cluster by Guice, which is an optional dependency: nothing else here needs it. */
@NullMarked
package dev.anycarrier.cluster.guice;

import org.jspecify.annotations.NullMarked;
