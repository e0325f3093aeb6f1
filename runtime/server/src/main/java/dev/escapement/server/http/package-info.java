/** Routes, exchanges and problems: the parts of HTTP that all endpoints share. May use the public package only. */
@NullMarked
package dev.escapement.server.http;

import org.jspecify.annotations.NullMarked;
