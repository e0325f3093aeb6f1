package dev.escapement.samples.newsroom;

import dev.escapement.Tool;
import jakarta.validation.constraints.NotBlank;

/**
 * Submits the draft to the editor.
 *
 * @param title Title
 * @param text Text
 */
@Tool
record SubmitDraft(@NotBlank String title, @NotBlank String text) {}
