/**
 * Acme, a carrier that does not exist: made up to differ from the known ones wherever it can, and written as a plugin's
 * author outside this project would write it.
 *
 * <p>A SIM is known by the order it was sold under, not by its ICCID. It has any number of packages at once. Amounts are
 * decimal texts with a unit beside, and a megabyte is 10<sup>6</sup> bytes. Every error that Acme makes itself is HTTP
 * 200 with {@code "success":false} and a code. Times are epoch seconds, but for {@code as_of}. Two headers prove who
 * asks, and both are secrets.
 */
@NullMarked
package com.example.acme;

import org.jspecify.annotations.NullMarked;
