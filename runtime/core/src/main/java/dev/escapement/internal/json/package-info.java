/**
 * JSON text without any of our own types: the configured parser, canonical forms, numbers and paths. Not exported.
 *
 * <p>May use jackson-core only.
 */
@NullMarked
package dev.escapement.internal.json;

import org.jspecify.annotations.NullMarked;
