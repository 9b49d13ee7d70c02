/**
 * PressOne: a prepaid balance per eSIM.
 *
 * <p>After the pages "Request access token", "Get usage (data, text &amp; voice)" and "Error handling" of the PressOne
 * eSIM Developer Platform. Its answers have the shape of Airalo's, but it is another company's platform, whose documents
 * may change on their own: nothing is shared with the provider of Airalo.
 */
@NullMarked
package dev.anycarrier.pressone;

import org.jspecify.annotations.NullMarked;
