/** Tests of constraints and defaults: how they are read, which are refused, and what the generated code does. */
@NullMarked
package dev.escapement.processor.constraint;

import org.jspecify.annotations.NullMarked;
