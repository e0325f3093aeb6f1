package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/** Lists the products of the shop: each name with its number. */
@Tool
public record ListAllProductTypes() {}
