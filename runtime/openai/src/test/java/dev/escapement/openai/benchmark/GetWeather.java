package dev.escapement.openai.benchmark;

import dev.escapement.Describe;
import dev.escapement.Tool;

/**
 * Look up the weather.
 *
 * @param city where
 */
@Tool
public record GetWeather(@Describe("The city") String city) {}
