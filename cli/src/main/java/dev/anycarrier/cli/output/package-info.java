/**
 * How things look on standard output: amounts in human units, tables, bars, CSV, and JSON, whose shape is written down in
 * {@code docs/command-line.md}.
 */
@NullMarked
package dev.anycarrier.cli.output;

import org.jspecify.annotations.NullMarked;
