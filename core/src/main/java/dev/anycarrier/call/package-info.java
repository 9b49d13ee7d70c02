/** How a question is to be asked, and what it ends in. */
@NullMarked
package dev.anycarrier.call;

import org.jspecify.annotations.NullMarked;
