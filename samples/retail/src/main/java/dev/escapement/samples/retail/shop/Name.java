package dev.escapement.samples.retail.shop;

/**
 * What a person is called.
 *
 * @param firstName the given name
 * @param lastName the family name
 */
public record Name(String firstName, String lastName) {}
