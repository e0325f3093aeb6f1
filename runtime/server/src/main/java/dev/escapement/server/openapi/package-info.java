/** The OpenAPI document of the HTTP API. Not exported. */
@NullMarked
package dev.escapement.server.openapi;

import org.jspecify.annotations.NullMarked;
