package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Changes the address in a customer's profile; existing orders keep their address. Repeat the new address to the
 * customer and wait for consent.
 *
 * @param userId Id of the account, as the lookup by e-mail or name returns it
 * @param address1 Street and house number
 * @param address2 Flat, floor or suite; an empty text if there is none
 * @param city Name of the town
 * @param state State or province, abbreviated as post offices do
 * @param country Country, written the way the customer's profile writes it
 * @param zip Postal code
 */
@Tool
public record ModifyUserAddress(
        String userId, String address1, String address2, String city, String state, String country, String zip) {}
