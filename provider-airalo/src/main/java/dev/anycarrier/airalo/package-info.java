/**
 * Airalo: a prepaid balance per eSIM.
 *
 * <p>After the pages "Request access token", "Get usage (data, text &amp; voice)", "Rate limits" and "Error handling" of
 * the Airalo Developer Platform (Partners API, version 2). Where a type relies on an inference of ours, its Javadoc says
 * so.
 */
@NullMarked
package dev.anycarrier.airalo;

import org.jspecify.annotations.NullMarked;
