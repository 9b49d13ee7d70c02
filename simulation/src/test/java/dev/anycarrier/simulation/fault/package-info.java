/** The rows of the fault catalogue that need the whole engine, in virtual time. */
package dev.anycarrier.simulation.fault;
