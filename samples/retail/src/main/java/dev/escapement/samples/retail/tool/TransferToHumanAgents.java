package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Hands the conversation to a person, which ends it here. For customers who ask for one, and for wishes that no other
 * tool can meet.
 *
 * @param summary What the customer wants and what has been done so far, for the colleague who takes over
 */
@Tool
public record TransferToHumanAgents(String summary) {}
