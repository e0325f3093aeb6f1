/** The checks that precede every route. May use the public package and {@code http}. */
@NullMarked
package dev.escapement.server.security;

import org.jspecify.annotations.NullMarked;
