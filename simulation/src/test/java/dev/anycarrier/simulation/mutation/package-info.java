/** What the conformance kit does not see of changes to the providers, held against the lists of it that are known. */
package dev.anycarrier.simulation.mutation;
