package assist;

import dev.escapement.Tool;

/**
 * Close the conversation.
 *
 * @param summary the actions taken
 */
@Tool
public record Close(String summary) {}
