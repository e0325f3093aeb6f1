package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/** Lists what the shop sells: the name of every product with its number. */
@Tool
public record ListAllProductTypes() {}
