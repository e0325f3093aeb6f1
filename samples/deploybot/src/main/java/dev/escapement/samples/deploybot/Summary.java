package dev.escapement.samples.deploybot;

/**
 * What a thread of the bot ends with.
 *
 * @param text what was done, in the words of the model
 * @param staging the tag that runs on staging, which the program looked up
 * @param production the tag that runs in production, which the program looked up
 */
record Summary(String text, String staging, String production) {}
