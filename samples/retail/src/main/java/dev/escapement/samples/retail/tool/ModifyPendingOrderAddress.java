package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Changes the address of an order that is not shipped yet. State the new address to the customer and wait for consent.
 *
 * @param orderId Number of the order with its leading hash sign, for example #S1001
 * @param address1 Street and house number
 * @param address2 Flat, floor or suite; an empty text if there is none
 * @param city Name of the town
 * @param state State or province, abbreviated as post offices do
 * @param country Country, written the way the customer's profile writes it
 * @param zip Postal code
 */
@Tool
public record ModifyPendingOrderAddress(
        String orderId, String address1, String address2, String city, String state, String country, String zip) {}
