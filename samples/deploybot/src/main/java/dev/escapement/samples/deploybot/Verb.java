package dev.escapement.samples.deploybot;

import java.util.Locale;
import java.util.Optional;

/** An action that a person can request from the program. */
enum Verb {
    SLACK("<text>", "a message in Slack starts a thread"),
    REPLY("<environment>", "replies to the bot's question: staging or production; a note may follow"),
    APPROVE("", "approves the requested deployment"),
    REFUSE("<reason>", "refuses it; the model reads the reason"),
    EDIT("<tag>", "approves a different tag"),
    SAY("<text>", "answers a question that the bot wrote as plain text"),
    RESUME("", "continues a thread after the program was killed"),
    RERUN("", "runs an interrupted deployment again"),
    STATUS("", "shows the deployed tags and what each thread waits for");

    private final String operand;
    private final String meaning;

    Verb(String operand, String meaning) {
        this.operand = operand;
        this.meaning = meaning;
    }

    /** Returns the verb's name in lower case, as on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the verb with its operand, for example {@code edit <tag>}. */
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
