package dev.escapement.samples.deploybot;

/**
 * A completed deployment of a tag.
 *
 * @param environment the target
 * @param tag the tag
 * @param commit the commit that the tag named then
 */
record Deployment(Environment environment, String tag, String commit) {}
