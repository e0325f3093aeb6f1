package dev.escapement.openai.benchmark;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;

/** A minimal agent for the cold start benchmark. */
@Agent(onText = OnText.FINISH)
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
