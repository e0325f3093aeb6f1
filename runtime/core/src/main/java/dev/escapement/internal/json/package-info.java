/**
 * The configured JSON parsers, canonical forms, numbers and paths, independent of the exported packages. Not exported.
 *
 * <p>May use {@code dev.escapement.internal.text} and jackson-core.
 */
@NullMarked
package dev.escapement.internal.json;

import org.jspecify.annotations.NullMarked;
