package dev.escapement.samples.newsroom;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The facts that a writer can find, with their sources. */
final class Archive {

    private static final Map<String, List<String>> FACTS = Map.of(
            "bridge", List.of("The bridge carries 12,400 cyclists a day (city count, May).", "It opened in 1931."),
            "library", List.of("The library lends 900 books a day (annual report)."));

    /** Returns the facts about the subjects that a text names. */
    List<String> search(String words) {
        return FACTS.entrySet().stream()
                .filter(entry -> words.toLowerCase(Locale.ROOT).contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
