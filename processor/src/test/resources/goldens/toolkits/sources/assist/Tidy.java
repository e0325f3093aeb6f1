package assist;

import dev.escapement.Tool;

/**
 * Tidies the mailbox.
 *
 * @param number the number of a mail
 */
@Tool
public record Tidy(int number) {}
