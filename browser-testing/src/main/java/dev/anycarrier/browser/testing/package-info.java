/** A headless browser for tests. */
@NullMarked
package dev.anycarrier.browser.testing;

import org.jspecify.annotations.NullMarked;
