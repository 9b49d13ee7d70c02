/**
 * Onomondo: metered records per SIM and for the whole account, a data limit per SIM, and totals by tag.
 *
 * <p>After Onomondo's API reference, section <i>Usage</i>, and what its answers were seen to hold. Where the reference
 * gives no shape (records grouped by hours, totals by tag) what can be recognised is read, and the JSON is kept.
 */
@NullMarked
package dev.anycarrier.onomondo;

import org.jspecify.annotations.NullMarked;
