/** What happens in an Anycarrier as Micrometer observations and meters, and as log lines. */
@NullMarked
package dev.anycarrier.observation;

import org.jspecify.annotations.NullMarked;
