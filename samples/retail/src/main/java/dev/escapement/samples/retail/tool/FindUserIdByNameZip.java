package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Finds the account of a customer by name and postal code, for customers whose e-mail address is unknown to the shop.
 *
 * @param firstName Given name
 * @param lastName Family name
 * @param zip Postal code of the address in the profile
 */
@Tool
public record FindUserIdByNameZip(String firstName, String lastName, String zip) {}
