package com.example.desk;

import dev.escapement.Tool;

/**
 * Close the case.
 *
 * @param summary The actions taken
 */
@Tool
record CloseCase(String summary) {}
