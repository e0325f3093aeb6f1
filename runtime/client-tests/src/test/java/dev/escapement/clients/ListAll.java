package dev.escapement.clients;

import dev.escapement.Tool;

/** Lists all cities. */
@Tool
public record ListAll() {}
