package deploy;

import dev.escapement.Tool;

/**
 * Ask the person who wrote the message.
 *
 * @param question the question
 */
@Tool
public record AskPerson(String question) {}
