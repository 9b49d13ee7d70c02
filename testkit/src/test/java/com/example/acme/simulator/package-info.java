/** Acme as it answers when all is well, and the truth about what it answers. */
@NullMarked
package com.example.acme.simulator;

import org.jspecify.annotations.NullMarked;
