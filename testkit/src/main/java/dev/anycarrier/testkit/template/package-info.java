/**
 * A simulator in minutes: its author says how the carrier answers when all is well ({@link
 * dev.anycarrier.testkit.template.TemplateSimulator}), and everything else comes from here.
 */
@NullMarked
package dev.anycarrier.testkit.template;

import org.jspecify.annotations.NullMarked;
