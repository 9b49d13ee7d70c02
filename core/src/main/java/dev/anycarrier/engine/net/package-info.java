/**
 * The way to the wire: a bounded HTTP/1.1 client (RFC 9112) for carriers, on blocking socket channels.
 *
 * <p>{@link dev.anycarrier.engine.net.BoundedHttpClient} sends one request and reads one answer. A {@code
 * ConnectionPool} lends it connections, a {@code Connector} opens them (addresses, proxy, TLS), a {@code RequestWriter}
 * words the request, a {@code HeadReader} and a {@code BodyReader} read the answer. Every byte is read through a {@code
 * TimedSocket}, which knows the deadline of the exchange. No threads of its own, but for one that
 * {@link dev.anycarrier.engine.net.ReadWatch} has while answers are read.
 */
@NullMarked
package dev.anycarrier.engine.net;

import org.jspecify.annotations.NullMarked;
