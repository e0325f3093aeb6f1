package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Finds the account of a customer by e-mail address. Call this first.
 *
 * @param email Address from the customer, in upper or lower case
 */
@Tool
public record FindUserIdByEmail(String email) {}
