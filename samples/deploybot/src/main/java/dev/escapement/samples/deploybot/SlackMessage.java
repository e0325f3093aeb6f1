package dev.escapement.samples.deploybot;

/**
 * A message in Slack that is meant for the bot.
 *
 * @param user who wrote it
 * @param channel where
 * @param text what
 */
record SlackMessage(String user, String channel, String text) {}
