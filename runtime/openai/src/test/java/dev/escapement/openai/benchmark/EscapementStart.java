package dev.escapement.openai.benchmark;

import dev.escapement.openai.OpenAiModel;
import dev.escapement.run.Runner;

/** A program that sends a request to a model and runs the first call with {@link OpenAiModel}. */
final class EscapementStart {

    private EscapementStart() {}

    public static void main(String[] args) {
        OpenAiModel model = OpenAiModel.builder()
                .baseUrl(args[0])
                .apiKey(args[1])
                .model("stub")
                .build();
        Runner.of(new WeatherDeskLoop(new WeatherDesk())).model(model).build().start(ColdStart.QUESTION);
    }
}
