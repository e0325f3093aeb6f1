package assist;

import dev.escapement.Tool;

/**
 * Search mails.
 *
 * @param words the words in the mail
 */
@Tool
public record SearchMail(String words) {}
