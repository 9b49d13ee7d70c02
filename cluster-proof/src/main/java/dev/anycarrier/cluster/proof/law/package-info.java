/** What has to hold of several nodes, judged from what their carrier saw. */
@NullMarked
package dev.anycarrier.cluster.proof.law;

import org.jspecify.annotations.NullMarked;
