/**
 * The agent diagrams. {@code AgentDiagram} selects the elements of a {@code FlowGraph}, {@code Flowchart} prints it in
 * Mermaid syntax, and {@code GraphJson} as JSON.
 *
 * <p>Depends on {@code model}.
 */
@NullMarked
package dev.escapement.processor.diagram;

import org.jspecify.annotations.NullMarked;
