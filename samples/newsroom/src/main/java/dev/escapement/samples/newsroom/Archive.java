package dev.escapement.samples.newsroom;

import java.util.List;
import java.util.Locale;

/** The facts that a writer can find, with their sources. */
final class Archive {

    private static final List<Fact> FACTS = List.of(
            new Fact("bridge", "The bridge carries 12,400 cyclists a day", "the city's count of May"),
            new Fact("bridge", "It opened in 1931", "the city archive"),
            new Fact("library", "The library lends 900 books a day", "its annual report"));

    /**
     * A fact.
     *
     * @param subject its subject, in lower case
     * @param statement the statement
     * @param source the source of the statement
     */
    record Fact(String subject, String statement, String source) {}

    /** Returns the facts about the subjects that a text names. */
    List<Fact> search(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return FACTS.stream().filter(fact -> text.contains(fact.subject())).toList();
    }
}
