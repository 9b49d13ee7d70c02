/**
 * For authors of providers who speak HTTP and JSON: Feign on the engine's transport, strict JSON, and errors decoded by
 * status before body. Nothing outside this package builds a Feign client, and no type of Feign or Jackson escapes from a
 * client built here.
 */
@NullMarked
package dev.anycarrier.http;

import org.jspecify.annotations.NullMarked;
