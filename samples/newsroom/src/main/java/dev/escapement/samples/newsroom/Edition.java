package dev.escapement.samples.newsroom;

import dev.escapement.Codec;

/**
 * The result of the {@link Newsroom}.
 *
 * @param published whether an article was published
 * @param rounds the number of drafts
 * @param note the title of the article, or the last remarks of the editor
 */
@Codec
record Edition(boolean published, int rounds, String note) {}
