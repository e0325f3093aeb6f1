package dev.escapement.server.threads;

/**
 * The payload of a trigger.
 *
 * @param author the author
 * @param text the text
 */
record ReleaseTicket(String author, String text) {}
