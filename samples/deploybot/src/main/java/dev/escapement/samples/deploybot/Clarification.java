package dev.escapement.samples.deploybot;

import dev.escapement.Describe;
import java.util.Optional;

/**
 * A person's reply to the bot's question.
 *
 * @param environment the last environment to deploy to
 * @param note a remark
 */
record Clarification(
        @Describe("The last environment to deploy to") Environment environment,
        @Describe("A remark") Optional<String> note) {}
