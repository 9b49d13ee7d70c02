/** What several nodes share: how it is set up, and what an operator sees of it. */
@NullMarked
package dev.anycarrier.cluster;

import org.jspecify.annotations.NullMarked;
