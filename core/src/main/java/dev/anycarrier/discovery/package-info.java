/** How providers are found: by {@link java.util.ServiceLoader} and by hand, with broken plugins reported and left out. */
@NullMarked
package dev.anycarrier.discovery;

import org.jspecify.annotations.NullMarked;
