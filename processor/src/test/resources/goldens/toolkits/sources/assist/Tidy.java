package assist;

import dev.escapement.Tool;

/**
 * Tidy the mailbox.
 *
 * @param number the number of a mail
 */
@Tool
public record Tidy(int number) {}
