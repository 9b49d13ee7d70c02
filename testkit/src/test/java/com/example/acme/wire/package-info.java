/** The answers of Acme, field by field as it sends them. */
@NullMarked
package com.example.acme.wire;

import org.jspecify.annotations.NullMarked;
