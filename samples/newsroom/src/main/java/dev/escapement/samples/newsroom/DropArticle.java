package dev.escapement.samples.newsroom;

import dev.escapement.Tool;

/**
 * Drops an article that the editor has not accepted.
 *
 * @param topic Topic of the article
 * @param rounds Number of drafts
 * @param remarks Last remarks of the editor
 */
@Tool
record DropArticle(String topic, int rounds, String remarks) implements AfterReview {}
