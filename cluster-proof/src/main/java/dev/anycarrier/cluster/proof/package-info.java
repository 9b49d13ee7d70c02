/** Nodes in processes of their own, the carrier they ask, and what befalls them. */
@NullMarked
package dev.anycarrier.cluster.proof;

import org.jspecify.annotations.NullMarked;
