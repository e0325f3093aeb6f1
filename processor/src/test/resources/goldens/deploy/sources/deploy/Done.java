package deploy;

import dev.escapement.Tool;

/**
 * End the conversation.
 *
 * @param summary what was done
 */
@Tool
public record Done(String summary) {}
