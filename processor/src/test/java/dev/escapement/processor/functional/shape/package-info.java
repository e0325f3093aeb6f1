/** Tools whose arguments have, between them, every shape that the processor knows. */
@NullMarked
package dev.escapement.processor.functional.shape;

import org.jspecify.annotations.NullMarked;
