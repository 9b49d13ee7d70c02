/** What can be watched: each call, each request it takes, and how an account is doing. */
@NullMarked
package dev.anycarrier.watch;

import org.jspecify.annotations.NullMarked;
