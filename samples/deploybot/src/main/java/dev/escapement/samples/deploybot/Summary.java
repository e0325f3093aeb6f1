package dev.escapement.samples.deploybot;

/**
 * The result of one of the bot's threads.
 *
 * @param text the actions taken, in the words of the model
 * @param staging the tag that runs on staging, according to the program
 * @param production the tag that runs in production, according to the program
 */
record Summary(String text, String staging, String production) {}
