/** Agents whose steps have, between them, every form that the processor knows. */
@NullMarked
package dev.escapement.processor.functional.agent;

import org.jspecify.annotations.NullMarked;
