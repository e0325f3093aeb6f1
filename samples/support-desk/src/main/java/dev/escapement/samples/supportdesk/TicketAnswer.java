package dev.escapement.samples.supportdesk;

import dev.escapement.Codec;

/**
 * The result of a ticket.
 *
 * @param text the answer to the customer
 */
@Codec
record TicketAnswer(String text) {}
