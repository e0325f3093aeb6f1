package dev.escapement.samples.deploybot;

/**
 * A Slack message to the bot.
 *
 * @param user the author
 * @param channel the channel
 * @param text the text
 */
record SlackMessage(String user, String channel, String text) {}
