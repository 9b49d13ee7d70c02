/** ${carrierName}: reads the usage of its SIMs. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
