package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Works out a sum, so that nobody has to do arithmetic in their head. The answer is rounded to cents.
 *
 * @param expression Decimal numbers joined by + - * / and round brackets, for example (49.9 + 38.4) * 2
 */
@Tool
public record Calculate(String expression) {}
