package dev.escapement.openai.benchmark;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.loop.AgentThread;

/** The smallest agent that can be started cold. */
@Agent
final class WeatherDesk {

    @Prompt
    String prompt() {
        return "You know the weather.";
    }

    @Step(effect = Effect.READ)
    String weather(GetWeather call) {
        return ColdStart.dispatched(call.city());
    }
}
