package shop;

import dev.escapement.Tool;

/** Send mails. */
@Tool record SendMails() {}
