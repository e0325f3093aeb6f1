package dev.escapement.samples.newsroom;

/**
 * An article.
 *
 * @param title the title
 * @param text the text
 */
record Article(String title, String text) {}
