package dev.escapement.samples.quickstart;

import dev.escapement.Tool;

/**
 * Tell how many pieces of an article are in stock, for customers who would rather have a replacement.
 *
 * @param sku the article number, like LAMP-3
 */
@Tool
public record CheckStock(String sku) {}
