/**
 * For whoever writes a carrier or embeds one: conformance rules, carriers that can be simulated on loopback, and a
 * server that misbehaves on request.
 */
@NullMarked
package dev.anycarrier.testkit;

import org.jspecify.annotations.NullMarked;
