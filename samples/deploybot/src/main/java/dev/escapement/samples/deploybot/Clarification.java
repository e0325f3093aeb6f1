package dev.escapement.samples.deploybot;

import dev.escapement.Describe;
import java.util.Optional;

/**
 * A person's reply to the bot's question.
 *
 * @param environment The environment at which the deployment ends
 * @param note A remark
 */
record Clarification(
        @Describe("The environment at which the deployment ends")
        Environment environment,

        @Describe("A remark") Optional<String> note) {}
