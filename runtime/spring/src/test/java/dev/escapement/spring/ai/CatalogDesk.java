package dev.escapement.spring.ai;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** An agent that looks up lamps. */
@Agent
final class CatalogDesk {

    /** Look up a lamp. */
    @Tool
    record FindLamp(
            @Describe("The number of the lamp") long number,
            @Describe("The language of the answer") Language language) {}

    enum Language {
        ENGLISH,
        GERMAN
    }

    /** End the conversation. */
    @Tool
    record EndTalk(@Describe("The last words") String words) {}

    @Prompt
    String prompt() {
        return "You know lamps.";
    }

    @Step(effect = Effect.READ)
    String find(FindLamp call) {
        return "Lamp " + call.number() + " is " + (call.language() == Language.GERMAN ? "rot" : "red");
    }

    @Step
    Finish<String> end(EndTalk call) {
        return Finish.with(call.words());
    }
}
