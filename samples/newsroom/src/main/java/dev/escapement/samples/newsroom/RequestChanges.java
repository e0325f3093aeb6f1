package dev.escapement.samples.newsroom;

import dev.escapement.Tool;
import jakarta.validation.constraints.NotBlank;

/**
 * Returns the draft to the writer.
 *
 * @param remarks Changes that the writer is to make
 */
@Tool
record RequestChanges(@NotBlank String remarks) {}
