package assist;

import dev.escapement.Tool;

/**
 * Closes the conversation.
 *
 * @param summary what was done
 */
@Tool
public record Close(String summary) {}
