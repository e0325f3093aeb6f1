package dev.escapement.samples.deploybot;

import java.util.Locale;
import java.util.Optional;

/** The actions of the program. */
enum Verb {
    SLACK("<text>", "a message in Slack starts a thread"),
    REPLY("<environment>", "replies to the bot's question: staging or production; a note may follow"),
    APPROVE("", "approves the deployment that the bot asks about"),
    REFUSE("<reason>", "refuses it; the model is told why"),
    EDIT("<tag>", "approves another tag than the model's"),
    SAY("<text>", "tells the bot something that it asked for in plain words"),
    RESUME("", "goes on with a thread whose program was killed"),
    RERUN("", "lets such a deployment run again"),
    STATUS("", "shows what runs where, and what waits for whom");

    private final String operand;
    private final String meaning;

    Verb(String operand, String meaning) {
        this.operand = operand;
        this.meaning = meaning;
    }

    /** The verb as people write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is used, like {@code edit <tag>}. */
    String usage() {
        return (word() + " " + operand).strip();
    }

    String meaning() {
        return meaning;
    }

    boolean takesText() {
        return !operand.isEmpty();
    }

    static Optional<Verb> of(String word) {
        for (Verb verb : values()) {
            if (verb.word().equals(word)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }
}
