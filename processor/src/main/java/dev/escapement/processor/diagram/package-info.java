/**
 * The agent diagrams. {@code AgentDiagram} selects the elements, and {@code Flowchart} writes them in Mermaid syntax.
 *
 * <p>Depends on {@code model}.
 */
@NullMarked
package dev.escapement.processor.diagram;

import org.jspecify.annotations.NullMarked;
