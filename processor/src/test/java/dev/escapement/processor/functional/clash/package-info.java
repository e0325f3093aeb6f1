/** Types with the same simple names as types that generated code uses. */
@NullMarked
package dev.escapement.processor.functional.clash;

import org.jspecify.annotations.NullMarked;
