package dev.escapement.samples.retail.shop;

/**
 * The name of a person.
 *
 * @param firstName the given name
 * @param lastName the family name
 */
public record Name(String firstName, String lastName) {}
