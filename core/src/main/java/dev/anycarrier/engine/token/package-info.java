/** The access token of an account, fetched once for all who need it. */
@NullMarked
package dev.anycarrier.engine.token;

import org.jspecify.annotations.NullMarked;
