/**
 * JSON text without any of our own types: the configured parser, canonical forms, numbers and paths. Not exported.
 *
 * <p>May use {@code dev.escapement.internal.text} and jackson-core.
 */
@NullMarked
package dev.escapement.internal.json;

import org.jspecify.annotations.NullMarked;
