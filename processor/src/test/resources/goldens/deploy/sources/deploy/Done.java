package deploy;

import dev.escapement.Tool;

/**
 * End the conversation.
 *
 * @param summary The actions taken
 */
@Tool
public record Done(String summary) {}
