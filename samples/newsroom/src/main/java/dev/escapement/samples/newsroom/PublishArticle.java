package dev.escapement.samples.newsroom;

import dev.escapement.Tool;

/**
 * Publishes an article.
 *
 * @param article The accepted article
 * @param rounds Number of drafts
 */
@Tool
record PublishArticle(Article article, int rounds) implements AfterReview {}
