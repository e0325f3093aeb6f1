package assist;

import dev.escapement.Tool;

/**
 * Searches mails.
 *
 * @param words the words in the mail
 */
@Tool
public record SearchMail(String words) {}
