package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Shows one variant: its options, its price and whether it is in stock.
 *
 * @param itemId Number of the variant, which is not the number of its product
 */
@Tool
public record GetItemDetails(String itemId) {}
