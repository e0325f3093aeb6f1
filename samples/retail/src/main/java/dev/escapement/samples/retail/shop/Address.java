package dev.escapement.samples.retail.shop;

/**
 * A postal address.
 *
 * @param address1 street and number
 * @param address2 flat or suite; empty if there is none
 * @param city the town
 * @param country the country
 * @param state the state or province
 * @param zip the postal code
 */
public record Address(String address1, String address2, String city, String country, String state, String zip) {}
