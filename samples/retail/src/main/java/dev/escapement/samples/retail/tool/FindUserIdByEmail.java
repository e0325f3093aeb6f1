package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Finds the account of a customer from their e-mail address. Try this before anything else.
 *
 * @param email Address that the customer gives; capitals do not matter
 */
@Tool
public record FindUserIdByEmail(String email) {}
