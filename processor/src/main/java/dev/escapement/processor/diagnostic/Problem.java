package dev.escapement.processor.diagnostic;

import dev.escapement.processor.model.SourceRef;

/**
 * Something that the user should know.
 *
 * @param kind what kind of problem
 * @param at where
 * @param message the whole text, the id included
 */
public record Problem(ProblemKind kind, SourceRef at, String message) {}
