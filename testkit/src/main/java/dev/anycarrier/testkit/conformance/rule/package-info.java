/** The rules as data: what holds for every provider that can be trusted. */
@NullMarked
package dev.anycarrier.testkit.conformance.rule;

import org.jspecify.annotations.NullMarked;
