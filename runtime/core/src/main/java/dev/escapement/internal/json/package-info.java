/**
 * JSON parsers, canonical forms, numbers and paths that do not depend on the exported packages. Not exported.
 *
 * <p>May use {@code dev.escapement.internal.text} and jackson-core.
 */
@NullMarked
package dev.escapement.internal.json;

import org.jspecify.annotations.NullMarked;
