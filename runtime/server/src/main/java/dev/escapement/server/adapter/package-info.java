/** The parts of the adapter to the JDK's HTTP server. May use the public package, {@code http} and {@code body}. */
@NullMarked
package dev.escapement.server.adapter;

import org.jspecify.annotations.NullMarked;
