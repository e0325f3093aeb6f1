package dev.escapement.samples.newsroom;

import dev.escapement.Tool;

/**
 * Accepts the article for publication.
 *
 * @param title Title
 * @param text Text, exactly as it is to be published
 */
@Tool
record AcceptArticle(String title, String text) {}
