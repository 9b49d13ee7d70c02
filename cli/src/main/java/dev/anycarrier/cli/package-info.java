/**
 * The operator's command line. {@link dev.anycarrier.cli.Main} takes all it needs from {@link
 * dev.anycarrier.cli.Surroundings}, so that tests run it as a user does, in their own process.
 */
@NullMarked
package dev.anycarrier.cli;

import org.jspecify.annotations.NullMarked;
