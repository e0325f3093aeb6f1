package dev.escapement.samples.supportdesk;

import dev.escapement.Tool;

/**
 * Answer the ticket, which closes it.
 *
 * @param text The answer to the customer
 */
@Tool
record AnswerTicket(String text) {}
