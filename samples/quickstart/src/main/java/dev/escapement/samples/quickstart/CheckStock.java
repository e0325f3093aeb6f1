package dev.escapement.samples.quickstart;

import dev.escapement.Tool;

/**
 * Look up how many units of an article are in stock, for customers who prefer a replacement.
 *
 * @param sku The article number, like LAMP-3
 */
@Tool
public record CheckStock(String sku) {}
