/** Tools whose arguments together have every shape that the processor supports. */
@NullMarked
package dev.escapement.processor.functional.shape;

import org.jspecify.annotations.NullMarked;
