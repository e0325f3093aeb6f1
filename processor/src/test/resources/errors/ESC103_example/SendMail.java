package mail;

import dev.escapement.Tool;

/** Send a mail. */
@Tool public record SendMail() {}
