package dev.escapement.samples.deploybot;

/**
 * That a tag was deployed.
 *
 * @param environment where
 * @param tag the tag
 * @param commit the commit that the tag named then
 */
record Deployment(Environment environment, String tag, String commit) {}
