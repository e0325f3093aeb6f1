/** Tests of constraints and defaults: reading, rejection and generated code. */
@NullMarked
package dev.escapement.processor.constraint;

import org.jspecify.annotations.NullMarked;
