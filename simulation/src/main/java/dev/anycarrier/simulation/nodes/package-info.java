/**
 * Stories of several nodes that share a store and a carrier's account, and the laws that hold for all of them
 * together.
 */
@NullMarked
package dev.anycarrier.simulation.nodes;

import org.jspecify.annotations.NullMarked;
