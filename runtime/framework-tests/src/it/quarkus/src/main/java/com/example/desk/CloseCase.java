package com.example.desk;

import dev.escapement.Tool;

/**
 * Close the case.
 *
 * @param summary The actions taken
 */
@Tool
public record CloseCase(String summary) {}
