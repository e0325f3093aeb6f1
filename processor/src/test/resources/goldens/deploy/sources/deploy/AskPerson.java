package deploy;

import dev.escapement.Tool;

/**
 * Ask the person who wrote the message.
 *
 * @param question The question for the person
 */
@Tool
public record AskPerson(String question) {}
