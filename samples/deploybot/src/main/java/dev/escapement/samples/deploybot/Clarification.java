package dev.escapement.samples.deploybot;

import dev.escapement.Describe;
import java.util.Optional;

/**
 * The reply of a person.
 *
 * @param environment how far the tag shall go
 * @param note a remark
 */
record Clarification(
        @Describe("How far the tag shall go") Environment environment,
        @Describe("A remark") Optional<String> note) {}
