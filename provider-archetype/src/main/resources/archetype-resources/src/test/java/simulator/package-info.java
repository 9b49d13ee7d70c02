/** ${carrierName} as it answers when all is well, read from its documents. */
@NullMarked
package ${package}.simulator;

import org.jspecify.annotations.NullMarked;
