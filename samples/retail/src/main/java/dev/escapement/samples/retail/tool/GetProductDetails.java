package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Shows a product with all its variants, their prices and which of them are in stock.
 *
 * @param productId Number of the product, which is not the number of a variant
 */
@Tool
public record GetProductDetails(String productId) {}
