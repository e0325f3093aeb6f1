package dev.escapement.samples.newsroom;

import dev.escapement.Codec;

/**
 * An article.
 *
 * @param title the title
 * @param text the text
 */
@Codec
record Article(String title, String text) {}
