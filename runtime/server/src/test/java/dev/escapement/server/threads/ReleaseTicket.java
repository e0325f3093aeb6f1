package dev.escapement.server.threads;

import dev.escapement.content.Content;
import java.util.Optional;

/**
 * The payload of a trigger.
 *
 * @param author the author
 * @param text the text
 * @param log a file
 */
record ReleaseTicket(String author, String text, Optional<Content.File> log) {}
