package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Computes the value of an arithmetic expression, rounded to cents.
 *
 * @param expression Decimal numbers joined by + - * / and round brackets, for example (49.9 + 38.4) * 2
 */
@Tool
public record Calculate(String expression) {}
