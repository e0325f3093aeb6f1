package dev.escapement.clients;

import dev.escapement.Describe;
import dev.escapement.Tool;

/**
 * Returns the weather of a city.
 *
 * @param city the city
 */
@Tool(name = "get_weather")
public record CityWeather(@Describe("The name of the city") String city) {}
