package dev.escapement.samples.newsroom;

import dev.escapement.Tool;
import jakarta.validation.constraints.NotBlank;

/**
 * Commissions an article.
 *
 * @param topic Topic of the article
 */
@Tool
record CommissionArticle(@NotBlank String topic) {}
