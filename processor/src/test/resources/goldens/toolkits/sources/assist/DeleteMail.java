package assist;

import dev.escapement.Tool;

/**
 * Delete a mail.
 *
 * @param number the number of the mail
 */
@Tool
public record DeleteMail(int number) implements Change {}
