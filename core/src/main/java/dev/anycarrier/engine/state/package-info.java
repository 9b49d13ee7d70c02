/** What must outlive the process, kept in one file. */
@NullMarked
package dev.anycarrier.engine.state;

import org.jspecify.annotations.NullMarked;
