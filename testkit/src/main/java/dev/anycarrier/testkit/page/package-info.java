/**
 * What all pages share: markup in which text stays text, and a page that loads and runs nothing. For the pages of this
 * project alone: it changes as they do.
 */
@NullMarked
package dev.anycarrier.testkit.page;

import org.jspecify.annotations.NullMarked;
