/** The answers of ${carrierName}, field by field as it sends them. */
@NullMarked
package ${package}.wire;

import org.jspecify.annotations.NullMarked;
