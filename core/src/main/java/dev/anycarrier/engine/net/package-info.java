@NullMarked
package dev.anycarrier.engine.net;

import org.jspecify.annotations.NullMarked;
