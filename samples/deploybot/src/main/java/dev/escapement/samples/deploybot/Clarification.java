package dev.escapement.samples.deploybot;

import dev.escapement.Describe;
import java.util.Optional;

/**
 * What a person replies.
 *
 * @param environment how far the tag shall go
 * @param note what else there is to say
 */
record Clarification(
        @Describe("How far the tag shall go") Environment environment,
        @Describe("What else there is to say") Optional<String> note) {}
