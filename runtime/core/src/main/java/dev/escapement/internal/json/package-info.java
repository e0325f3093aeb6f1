/**
 * The configured JSON parsers, canonical forms, numbers and paths, independent of all other types of the runtime. Not
 * exported.
 *
 * <p>May use {@code dev.escapement.internal.text} and jackson-core.
 */
@NullMarked
package dev.escapement.internal.json;

import org.jspecify.annotations.NullMarked;
