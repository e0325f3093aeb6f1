package dev.escapement.samples.newsroom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The published articles. An article with a key that was used before is not printed again. */
final class Press {

    private final Map<String, Article> printed = new LinkedHashMap<>();

    synchronized void print(Article article, String key) {
        printed.putIfAbsent(key, article);
    }

    /** Returns the printed articles, oldest first. */
    synchronized List<Article> printed() {
        return List.copyOf(printed.values());
    }
}
