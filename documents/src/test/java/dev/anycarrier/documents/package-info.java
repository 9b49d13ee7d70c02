/** What the documents show is compiled, read and followed. CONTRIBUTING.md says how a block is written for that. */
@NullMarked
package dev.anycarrier.documents;

import org.jspecify.annotations.NullMarked;
