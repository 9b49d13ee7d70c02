/**
 * A carrier that misbehaves on request: a {@link dev.anycarrier.testkit.fault.FaultServer server} on loopback that does to
 * its clients exactly what a {@link dev.anycarrier.testkit.fault.Script script} says, certificates of every quality, and
 * the {@link dev.anycarrier.testkit.fault.FaultCatalogue catalogue} of what a client must survive.
 */
@NullMarked
package dev.anycarrier.testkit.fault;

import org.jspecify.annotations.NullMarked;
