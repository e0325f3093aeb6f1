package dev.escapement.samples.newsroom;

import dev.escapement.Tool;

/**
 * Commissions an article.
 *
 * @param topic Topic of the article
 */
@Tool
record CommissionArticle(String topic) {}
