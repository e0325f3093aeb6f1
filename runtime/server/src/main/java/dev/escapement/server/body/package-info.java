/** The JSON bodies of requests and responses. The processor generates their codecs and schemas. */
@NullMarked
package dev.escapement.server.body;

import org.jspecify.annotations.NullMarked;
