package dev.escapement.samples.deploybot;

/**
 * A message to the bot in Slack.
 *
 * @param user the author
 * @param channel the channel
 * @param text the text
 */
record SlackMessage(String user, String channel, String text) {}
