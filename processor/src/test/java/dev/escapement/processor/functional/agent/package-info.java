/** Agents whose steps together have every form that the processor supports. */
@NullMarked
package dev.escapement.processor.functional.agent;

import org.jspecify.annotations.NullMarked;
