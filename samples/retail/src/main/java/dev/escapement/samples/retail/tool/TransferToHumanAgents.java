package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Hands the conversation over to a person, and ends it here. Only for customers who ask for a person, and for requests
 * that no other tool can fulfil.
 *
 * @param summary Request of the customer and actions so far, for the person who takes over
 */
@Tool
public record TransferToHumanAgents(String summary) {}
