package dev.escapement.samples.newsroom;

import dev.escapement.Tool;
import jakarta.validation.constraints.NotBlank;

/**
 * Accepts the article for publication.
 *
 * @param title Title
 * @param text Text, exactly as it is to be published
 */
@Tool
record AcceptArticle(@NotBlank String title, @NotBlank String text) {}
