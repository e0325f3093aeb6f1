package dev.escapement.samples.supportdesk;

import dev.escapement.Codec;

/**
 * A message that mentions the desk in a channel of Slack.
 *
 * @param user the author
 * @param channel the channel
 * @param text the text
 */
@Codec
record SlackMention(String user, String channel, String text) {}
