/** The clients that Feign brings along, in place of the transport of the context. */
package dev.anycarrier.testkit.conformance.stock;
