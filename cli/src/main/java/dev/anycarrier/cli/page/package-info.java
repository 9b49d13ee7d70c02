/**
 * A digest as one page of HTML: charts in SVG whose parts are placed in shares of their width, so that they fit any screen
 * without a script, each beside the table of its numbers.
 */
@NullMarked
package dev.anycarrier.cli.page;

import org.jspecify.annotations.NullMarked;
