/**
 * Draws an agent: {@code AgentDiagram} decides what is shown, {@code Flowchart} writes it as Mermaid reads it.
 *
 * <p>Depends on {@code model}.
 */
@NullMarked
package dev.escapement.processor.diagram;

import org.jspecify.annotations.NullMarked;
