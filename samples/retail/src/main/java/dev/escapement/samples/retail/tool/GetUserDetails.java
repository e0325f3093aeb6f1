package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Shows a customer's profile: address, payment methods with balances, and order numbers.
 *
 * @param userId Id of the account, as the lookup by e-mail or name returns it
 */
@Tool
public record GetUserDetails(String userId) {}
