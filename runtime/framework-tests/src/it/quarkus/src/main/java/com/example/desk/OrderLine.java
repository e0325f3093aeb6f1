package com.example.desk;

import dev.escapement.Codec;

/**
 * A line of an order.
 *
 * @param sku The number of the article
 */
@Codec
public record OrderLine(String sku) {}
