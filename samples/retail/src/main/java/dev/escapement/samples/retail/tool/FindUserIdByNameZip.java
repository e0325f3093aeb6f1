package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Finds the account of a customer from name and postal code, for people whose e-mail address leads nowhere.
 *
 * @param firstName Given name
 * @param lastName Family name
 * @param zip Postal code of the address in the profile
 */
@Tool
public record FindUserIdByNameZip(String firstName, String lastName, String zip) {}
